"""The folder's master key and what it does: wrap the key of each box, open boxes, blind what is only compared."""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.errors import Fault, Malformed
from registry.errors import Tampered
from registry.sealing import SALT_BYTES

KEY_NAME = "registry.key"
KEY_CHECK = "check"  # the fact by which a registry knows its master key, and the use it is derived for
KEY_BYTES = 32
_NONCE = 12
_MARK = "biwu-registry-key-1"
_log = logging.getLogger(__name__)


class BoxKey(NamedTuple):
    """The key (32 bytes) of one box and the salt (16 bytes) of its seal: made, kept and destroyed together."""

    key: bytes
    salt: bytes


class MasterKey:
    """32 secret bytes. Everything is derived from them by HMAC with a name, so no two uses share a key."""

    def __init__(self, secret: bytes, random: Callable[[int], bytes]) -> None:
        self._secret = secret
        self._random = random
        self._wrapping = AESGCM(self.derived("wrap"))

    def derived(self, use: str) -> bytes:
        """A key (32 bytes) for one use alone."""
        return hmac.new(self._secret, f"biwu registry 1 {use}".encode(), hashlib.sha256).digest()

    def text(self) -> str:
        """The line a key file holds: printable, with a check of its own, so it can be kept on paper."""
        return f"{_MARK}:{self._secret.hex()}:{_check(self._secret)}\n"

    def new_box_key(self) -> BoxKey:
        return BoxKey(self._random(KEY_BYTES), self._random(SALT_BYTES))

    def wrap(self, box_key: BoxKey, number: int) -> bytes:
        """76 bytes that only this master key opens, and only as key `number`."""
        nonce = self._random(_NONCE)
        return nonce + self._wrapping.encrypt(nonce, box_key.key + box_key.salt, b"key %d" % number)

    def unwrap(self, wrapped: bytes, number: int) -> BoxKey:
        """Raises: Tampered."""
        try:
            both = self._wrapping.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], b"key %d" % number)
        except (InvalidTag, ValueError):
            raise Tampered(f"key {number} does not open") from None
        return BoxKey(both[:KEY_BYTES], both[KEY_BYTES:])

    def close_box(self, box_key: BoxKey, plain: bytes, kind: str, row: str) -> bytes:
        nonce = self._random(_NONCE)
        return nonce + AESGCM(box_key.key).encrypt(nonce, plain, _bound_to(kind, row))

    def open_box(self, box_key: BoxKey, box: bytes, kind: str, row: str) -> bytes:
        """Raises: Tampered, also when the box was moved from another row."""
        try:
            return AESGCM(box_key.key).decrypt(box[:_NONCE], box[_NONCE:], _bound_to(kind, row))
        except (InvalidTag, ValueError):
            raise Tampered(f"{kind} {row} does not open") from None


def _bound_to(kind: str, row: str) -> bytes:
    # Neither a kind nor an id can hold a line feed, so two different rows never read the same.
    return f"{kind}\n{row}".encode()


def _check(secret: bytes) -> str:
    return hashlib.sha256(b"biwu registry key check" + secret).hexdigest()[:8]


def new_key(path: Path, random: Callable[[int], bytes]) -> MasterKey:
    """Make a master key and write it to a new file, safe on the disk before this returns."""
    key = MasterKey(random(KEY_BYTES), random)
    write_key(path, key)
    return key


def write_key(path: Path, key: MasterKey) -> None:
    """A new file, readable by its owner alone where the system knows owners. Raises: FileExistsError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(key.text().encode())
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)


def read_key(path: Path, random: Callable[[int], bytes]) -> MasterKey:
    """Raises: Malformed when the file does not hold a key, FileNotFoundError."""
    _keep_private(path)
    mark, _, rest = path.read_text("ascii", errors="replace").strip().partition(":")
    figures, _, check = rest.partition(":")
    try:
        secret = bytes.fromhex(figures)
    except ValueError:
        secret = b""
    if mark != _MARK or len(secret) != KEY_BYTES or check != _check(secret):
        zh, en = "不是名册主密钥，或内容已损坏。", "This is not a registry's master key, or it is damaged."
        raise Malformed([Fault(path.name, zh, en)])
    return MasterKey(secret, random)


def _keep_private(path: Path) -> None:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        _log.warning("the registry's master key could be read by other users of this machine; its mode is 0600 again")
        path.chmod(0o600)


def sync_folder(folder: Path) -> None:
    """Make a new file's name survive a power cut; Windows keeps names itself and cannot open folders."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
