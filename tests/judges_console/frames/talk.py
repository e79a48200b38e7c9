"""A session fed with frames, for tests that need neither socket nor desk."""

from domain.errors import Refused
from judges_console.frames import JSON
from judges_console.session import Say, Session, Where
from tests.support.small import WHY, C
from web.limits import Bucket

MARK = {"panel": "process", "code": "07", "aspect": "p1", "value": "8"}


class Talk:
    """A session fed with frames; `notes` are the texts it had written."""

    def __init__(self, seat="F1", encoding=JSON, *, greeted=True, talk=None):
        self.session = Session(encoding, lambda: 1_700_000_000_000_000, talk or Bucket(10**6, 0))
        self.notes = []
        if greeted:
            self.session.where = Where(C, "process" if seat else "", seat, None, self.write)

    def write(self, n, text, body):
        if text == "unreadable":
            raise Refused("text-unreadable")
        self.notes.append(text)
        return WHY

    def hears(self, **frame):
        return self.session.hear(self.session.encoding.write(frame))

    def commands(self, name, n=1, **body):
        return self.hears(t="command", n=n, name=name, body=body)

    def error(self, heard):
        assert isinstance(heard, Say), heard
        assert heard.frame["t"] == "error"
        assert heard.frame["zh"]
        assert heard.frame["en"]
        return heard.frame

    def faults(self, heard):
        return [one["place"] for one in self.error(heard)["faults"]]
