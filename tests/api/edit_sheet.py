#!/usr/bin/env python3
"""Writes cells of a workbook's second sheet, as a person would: edit_sheet.py FROM TO E5=12 'D5=Có số liệu' F5="""
import html
import re
import sys
import zipfile

source, target, *cells = sys.argv[1:]
wanted = dict(cell.split("=", 1) for cell in cells)


def written(match):
    address, style = match["at"], match["style"] or ""
    if address not in wanted:
        return match[0]
    text = wanted[address]
    if text == "":
        return f'<c r="{address}"{style}/>'
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return f'<c r="{address}"{style}><v>{text}</v></c>'
    return f'<c r="{address}"{style} t="inlineStr"><is><t>{html.escape(text)}</t></is></c>'


with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        bytes_ = old.read(name)
        if name == "xl/worksheets/sheet2.xml":
            cell = re.compile(r'<c r="(?P<at>[A-Z]+\d+)"(?P<style> s="\d+")?[^>]*?(?:/>|>.*?</c>)')
            bytes_ = cell.sub(written, bytes_.decode()).encode()
        new.writestr(name, bytes_)
