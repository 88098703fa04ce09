"""Writes a one-page PDF with a detached signature: signed_pdf.py OUT.pdf CERTIFICATE.pem KEY.pem"""
import subprocess
import sys

out, certificate, key = sys.argv[1:]
text = b"BT /F 14 Tf 72 760 Td (Bao cao mau da ky so, khong dau.) Tj ET"
room = 8192  # hexadecimal digits for the signature
objects = [
    b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [6 0 R] >> >>",
    b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R]"
    b" /Resources << /Font << /F 5 0 R >> >> >>",
    b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ky) /Rect [0 0 0 0] /P 3 0 R /V 7 0 R >>",
    b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
    b" /ByteRange [0 AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC] /Contents <" + b"0" * room + b"> >>",
]
pdf = b"%PDF-1.6\n"
offsets = []
for number, body in enumerate(objects, 1):
    offsets.append(len(pdf))
    pdf += b"%d 0 obj\n%s\nendobj\n" % (number, body)
table = len(pdf)
pdf += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
pdf += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
pdf += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)

start = pdf.index(b"/Contents <0") + len(b"/Contents ")
end = start + room + 2
for mark, value in ((b"AAAAAAAAAA", start), (b"BBBBBBBBBB", end), (b"CCCCCCCCCC", len(pdf) - end)):
    pdf = pdf.replace(mark, b"%-10d" % value)
signature = subprocess.run(
    ["openssl", "cms", "-sign", "-binary", "-md", "sha256", "-signer", certificate, "-inkey", key,
     "-outform", "DER", "-noattr"],
    input=pdf[:start] + pdf[end:], capture_output=True, check=True).stdout
digits = signature.hex().encode()
assert len(digits) <= room
open(out, "wb").write(pdf[:start + 1] + digits + b"0" * (room - len(digits)) + pdf[end - 1:])
