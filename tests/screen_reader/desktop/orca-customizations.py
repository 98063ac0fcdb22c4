# Orca reads this at its start from the folder of its settings. Orca then has no voice; each of its
# utterances becomes a line of the file $ORCA_SPOKEN, and each change of language one like "[es]".
import os
import re

from orca import debug, settings

UTTERANCE = re.compile(
    r"SPEECH OUTPUT: '(.*?)'(?: voice=\w+)? ?(?:\{'.*|\{\}|None)?\s*$", re.S
)


LANGUAGE = re.compile(r"voice requested with language='([a-z]\w+)'")


class Utterances:
    """Stands for the file of Orca's debugging and keeps of it what is spoken."""

    # Orca gives a file that exists to faulthandler, which wants a file descriptor of it.
    name = ""

    def __init__(self, path):
        self.out = open(path, "a", buffering=1, encoding="utf-8")
        self.language = ""

    def writelines(self, lines):
        text = "".join(lines)
        language = LANGUAGE.search(text)
        if language and language.group(1) != self.language:
            self.language = language.group(1)
            self.out.write(f"[{self.language}]\n")  # of what is spoken from here on
        found = UTTERANCE.search(text)
        if found:
            self.out.write(re.sub(r"\s*\n\s*", " ", found.group(1)) + "\n")

    def flush(self):
        self.out.flush()


debug.debugFile = Utterances(os.environ["ORCA_SPOKEN"])
debug.debugLevel = debug.LEVEL_INFO

settings.enableSound = False
settings.enableBraille = False
settings.enableEchoByWord = False
settings.enableKeyEcho = False

# Without a sound card the speech server's client waits for ever, and Orca with it.
settings.speechServerFactory = None
settings.speechFactoryModules = []
