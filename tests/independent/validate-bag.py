#!/usr/bin/env python3
"""Validates a zipped BagIt 1.0 bag by RFC 8493 alone. Shares nothing with the product: Python and its own library.

usage: validate-bag.py FILE.zip      exit status 0 for a valid bag, 1 with the reason for any other
"""
import hashlib
import re
import sys
import unicodedata
import urllib.parse
import zipfile


def fail(reason):
    print(f"not valid: {reason}")
    sys.exit(1)


def read_bag(file):
    """The bag's files by path below its base directory (section 4: one directory, named by the serialization)."""
    with zipfile.ZipFile(file) as archive:
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
        if len(names) != len(set(names)):
            fail("a file is there twice")
        roots = {name.split("/", 1)[0] for name in names}
        if len(roots) != 1 or not all("/" in name for name in names):
            fail("the serialization does not hold exactly one directory")
        return {name.split("/", 1)[1]: archive.read(name) for name in names}


def tag_lines(text):
    """Labels and values (section 2.2.2), continuation lines joined."""
    pairs = []
    for line in re.split(r"\r\n|\r|\n", text):
        if line[:1] in (" ", "\t") and pairs:
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + " " + line.strip())
        elif line:
            label, colon, value = line.partition(":")
            if not colon or label != label.strip():
                fail(f"a line of bag-info.txt is no label and value: {line!r}")
            pairs.append((label, value.strip()))
    return pairs


def manifest(files, name, algorithm):
    """Path to digest (section 2.1.3)."""
    digests = {}
    for line in re.split(r"\r\n|\r|\n", files[name].decode("utf-8")):
        if not line:
            continue
        match = re.fullmatch(r"([0-9a-fA-F]+)[ \t]+(.+)", line)
        if not match or len(match[1]) != hashlib.new(algorithm).digest_size * 2:
            fail(f"a line of {name} is none")
        path = urllib.parse.unquote(match[2])
        if path in digests or path.startswith(("/", "~")) or ".." in path.split("/"):
            fail(f"{name} lists {path!r} twice, or outside of the bag")
        digests[path] = match[1].lower()
    return digests


def check(files, digests, algorithm, name):
    for path, digest in digests.items():
        if path not in files:
            fail(f"{path} of {name} is missing")
        if hashlib.new(algorithm, files[path]).hexdigest() != digest:
            fail(f"{path} does not have the {algorithm} of {name}")


def main(file):
    files = read_bag(file)
    declaration = files.get("bagit.txt", b"").decode("utf-8").splitlines()
    if declaration != ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"]:
        fail("bagit.txt does not declare BagIt 1.0 in UTF-8")
    if "fetch.txt" in files:
        fail("there are files to be fetched")
    payload = {path for path in files if path.startswith("data/")}
    if len({unicodedata.normalize("NFC", path).casefold() for path in payload}) != len(payload):
        fail("two names are one on some disks")
    payload_manifests = [n for n in files if re.fullmatch(r"manifest-[a-z0-9]+\.txt", n)]
    if not payload_manifests:
        fail("there is no payload manifest")
    for name in files:
        found = re.fullmatch(r"(tag)?manifest-([a-z0-9]+)\.txt", name)
        if not found:
            continue
        digests = manifest(files, name, found[2])
        check(files, digests, found[2], name)
        if not found[1] and set(digests) != payload:
            fail(f"{name} does not list every payload file and nothing else")
        if found[1] and any(path.startswith(("data/", "tagmanifest-")) for path in digests):
            fail(f"{name} lists what no tag manifest may")
    oxums = [value for label, value in tag_lines(files.get("bag-info.txt", b"").decode("utf-8")) if label == "Payload-Oxum"]
    expected = f"{sum(len(files[path]) for path in payload)}.{len(payload)}"
    if oxums and oxums != [expected]:
        fail(f"Payload-Oxum is {oxums}, and should be {expected}")
    print(f"valid BagIt 1.0 bag, {len(payload)} payload files")


if __name__ == "__main__":
    main(sys.argv[1])
