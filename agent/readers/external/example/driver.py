#!/usr/bin/env python3
"""An external driver in another language: Python 3, standard library only.

It stands for a vendor's library that only runs in a process of its own. With `reader` it is a card reader that reads a
text file: the file is there, a card lies on the reader; the file is gone, the card was lifted. With `decoder` it turns
insurance codes of a list into the people behind them. The protocol: docs/external-drivers.md.

    driver.py reader /var/lib/reader/card.txt      first line the number, second line the name
    driver.py decoder /etc/lobby/vouchers.json     {"2833...": {"number": "3306...", "name": "..."}}
"""

import json
import os
import sys
import threading

PROTOCOL = 1
say_lock = threading.Lock()


def say(message):
    """One JSON object a line, flushed at once: the agent waits for it."""
    with say_lock:
        sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def look_for_cards(path, stop):
    lying = None
    while not stop.wait(0.05):
        try:
            with open(path, encoding="utf-8") as card:
                lines = card.read().split("\n")
        except OSError:
            lines = None
        if lines == lying:
            continue
        if lying is not None:
            say({"type": "card.removed"})
        lying = lines
        if lines is None:
            continue
        say({"type": "card.found"})
        if len(lines) < 2 or not lines[0]:
            say({"type": "card.trouble", "problem": "card-unreadable"})
        else:
            credential = {"kind": "resident-id", "number": lines[0], "name": lines[1]}
            say({"type": "card.read", "credential": credential})


def decode(path, message):
    try:
        with open(path, encoding="utf-8") as known:
            person = json.load(known).get(message["code"])
    except (OSError, ValueError):
        return {"type": "undecoded", "id": message["id"], "why": "list-missing"}
    if person is None:
        return {"type": "undecoded", "id": message["id"], "why": "unknown-or-expired"}
    credential = {"kind": "resident-id", "number": person["number"], "name": person["name"]}
    return {"type": "decoded", "id": message["id"], "credential": credential}


def main():
    role, path = sys.argv[1], sys.argv[2]
    stop = threading.Event()
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "hello":
            if message["protocol"] != PROTOCOL:
                sys.exit(2)
            say({"type": "ready", "protocol": PROTOCOL})
            if role == "reader":
                threading.Thread(target=look_for_cards, args=(path, stop), daemon=True).start()
        elif message["type"] == "ping":
            say({"type": "pong", "id": message["id"]})
        elif message["type"] == "decode" and role == "decoder":
            say(decode(path, message))
        elif message["type"] == "close":
            break
    # The end of input is the end of the agent: nobody is left to read cards for.
    stop.set()


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        main()
    except BrokenPipeError:
        os._exit(0)
