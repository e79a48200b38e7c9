"""Where a setting comes from, and what is said when it cannot be used."""

from __future__ import annotations

import pytest

from biwu.faults import Unusable
from biwu.settings import gather, settle


def test_a_flag_wins_over_the_environment_over_the_file_over_the_default(tmp_path):
    file = tmp_path / "biwu.toml"
    file.write_text('port = 1\nhost = "file"\nzone = "UTC"\n', encoding="utf-8")
    known = gather({"settings": str(file), "port": "3"}, {"BIWU_PORT": "2", "BIWU_HOST": "here", "BIWU_UNKNOWN": "x"})
    assert known["port"] == ("3", "flag")
    assert known["host"] == ("here", "environment BIWU_HOST")
    assert known["zone"] == ("UTC", str(file))
    assert known["log"] == ("text", "default")


def test_settings_are_read_into_their_kinds(tmp_path):
    settings = settle(
        gather({"data": str(tmp_path), "port": "0", "origins": "https://a.example, https://b.example"}, {})
    )
    assert settings.data == tmp_path
    assert settings.port == 0
    assert settings.origins == ("https://a.example", "https://b.example")
    assert settings.certificate is None


@pytest.mark.parametrize(
    ("name", "text"),
    [("port", "99999"), ("port", "-1"), ("port", "８"), ("zone", "Mars/Base"), ("zone", "../etc"), ("log", "loud")],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_place(name, text):
    with pytest.raises(Unusable) as fault:
        settle(gather({name: text}, {}))
    assert name in fault.value.en
    assert "flag" in fault.value.zh


@pytest.mark.parametrize("text", ["port = ", 'colour = "red"\n', "\xff"])
def test_a_settings_file_that_is_wrong_is_said_not_passed_over(tmp_path, text):
    file = tmp_path / "s.toml"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(Unusable, match=r"s\.toml"):
        gather({"settings": str(file)}, {})


def test_a_settings_file_that_was_asked_for_must_be_there(tmp_path):
    with pytest.raises(Unusable):
        gather({}, {"BIWU_SETTINGS": str(tmp_path / "none.toml")})
