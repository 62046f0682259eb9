"""The settings file: what it sets, and what it says of a mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.settings import Settings, SettingsError, config_file, load, state_directory
from tests.cli.run import reader

COMMANDS = {"next_fact": 1, "next_source": 1, "quit": 1}


def write(home: Path, text: str) -> Path:
    path = home / ".config" / "reader" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_is_no_mistake(home: Path) -> None:
    assert load(home / "none.toml") == Settings()


def test_what_is_set_is_taken(home: Path) -> None:
    path = write(home, 'theme = "light"\nascii = true\n\n[keys]\nnext_fact = "] ctrl+n"\n')
    assert load(path, COMMANDS) == Settings(theme="light", ascii=True, keys={"next_fact": "] ctrl+n"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "light"\nthem = "dark"\n', "line 2: no setting 'them'; did you mean 'theme'?"),
        ('[keys]\nquit = "q"\nnext_fatc = "n"\n', "line 3: no command 'next_fatc'; did you mean 'next_fact'?"),
        ("ascii = 3\n", "line 1: ascii wants true or false"),
        ("[keys]\nquit = 4\n", "line 1: keys wants a table"),
        ("theme = \n", "is not TOML"),
        ("a=[" + "[" * 5000, "is not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_nearest_neighbour(home: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(write(home, text), COMMANDS)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_desk_does_not_start_on_a_broken_file(home: Path) -> None:
    write(home, 'colour = "never"\n')
    done = reader("seeds")
    assert done.returncode == 2
    assert "no setting 'colour'; did you mean 'color'?" in done.stderr


def test_hostile_settings_are_one_sentence(home: Path, shared: Path) -> None:
    texts = json.loads((shared / "hostile/config/bad_toml.json").read_text(encoding="utf-8"))
    path = write(home, "")
    for text in texts:
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            load(path, COMMANDS)
        except SettingsError as error:
            assert "\n" not in str(error) or "[" in text, text


def test_directories_follow_the_base_directory_specification(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert config_file() == home / ".config/reader/config.toml"
    monkeypatch.setenv("XDG_STATE_HOME", "relative/is/ignored")
    assert state_directory() == home / ".local/state/reader"
    monkeypatch.setenv("XDG_STATE_HOME", "/var/keep")
    assert state_directory() == Path("/var/keep/reader")
