"""A mail server of a test's own: says its port, then one line of JSON for each mail it takes.
usage: mail_server.py [refuse CODE TIMES]; CODE is given TIMES times in place of taking a mail. Needs python3-aiosmtpd."""
import base64
import json
import socket
import sys

from aiosmtpd.controller import Controller

refusals = [sys.argv[2]] * int(sys.argv[3]) if len(sys.argv) > 3 else []


class Taker:
    async def handle_DATA(self, server, session, envelope):
        if refusals:
            print(json.dumps({"refused": True}), flush=True)
            return f"{refusals.pop()} 4.0.0 not now"
        told = {"from": envelope.mail_from, "to": envelope.rcpt_tos,
                "bytes": base64.b64encode(envelope.original_content).decode()}
        print(json.dumps(told), flush=True)
        return "250 OK"



def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


controller = Controller(Taker(), hostname="127.0.0.1", port=free_port())
controller.start()
print(json.dumps({"port": controller.port}), flush=True)
sys.stdin.read()
controller.stop()
