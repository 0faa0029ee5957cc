"""The PKCS#11 libraries that the drivers of tokens in use bring along, by who publishes them.

Names as public programs that sign with these tokens list them; what is not installed costs nothing. State agencies' own
tokens (Ban Cơ yếu Chính phủ) are driven by bit4id's or SafeNet's software. A driver of a token's maker comes before
those that know many makers' tokens, because the latter often see a token and cannot use its keys.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownModule:
    """File names, or paths below a usual folder; looked for in the order given, so newer versions come first."""

    publisher: str
    windows: tuple[str, ...] = ()
    """In System32, or below Program Files when there is a folder in it."""
    linux: tuple[str, ...] = ()
    macos: tuple[str, ...] = ()


def _versions(name: str, *versions: int) -> tuple[str, ...]:
    return tuple(name.format(version) for version in versions)


KNOWN_MODULES: tuple[KnownModule, ...] = (
    KnownModule(
        "Ban Cơ yếu Chính phủ, bit4id",
        ("bit4xpki.dll", "bit4ipki.dll", "bit4opki.dll"),
        ("bit4id/libbit4xpki.so", "libbit4xpki.so", "libbit4ipki.so"),
        ("/Library/bit4id/pkcs11/libbit4xpki.dylib", "libbit4xpki.dylib"),
    ),
    KnownModule(
        "SafeNet, Thales",
        ("eTPKCS11.dll", "IDPrimePKCS1164.dll", "IDPrimePKCS11.dll", "eToken.dll"),
        ("libeToken.so", "libeTPkcs11.so", "libIDPrimePKCS11.so"),
        ("libeToken.dylib", "libeTPkcs11.dylib", "libIDPrimePKCS11.dylib"),
    ),
    KnownModule(
        "Viettel-CA",
        (*_versions("viettel-ca_v{}.dll", 6, 5, 4, 3, 2, 1), "viettel-ca.dll"),
        macos=_versions("viettel-ca_v{}.dylib", 6, 5, 4),
    ),
    KnownModule(
        "VNPT-CA",
        (
            *_versions("vnptca_p11_v{}.dll", 10, 9, 81, 8, 7, 6, 5),
            *("vnptcav2_p11_v8.dll", "vnpt-ca_v4.dll", "vnpt-ca_v34.dll", "vnpt-ca_cl_v1.dll"),
            *("VNPTCACardv8csp11.dll", "vnpt-ca_csp11.dll", "VNPT-CA/VNPT-CA PKI Token CSP/wdpkcs.dll"),
        ),
    ),
    KnownModule(
        "FPT-CA",
        (*_versions("fptca_v{}.dll", 6, 5, 4, 3), *_versions("fpt-ca_v{}.dll", 5, 4), "fpt-ca.dll", "fpt-ca-stx.dll"),
    ),
    KnownModule(
        "BkavCA",
        (
            *("BkavCAv25.dll", "BkavCAv2T.dll", "BkavCAv2S.dll", "BkavCA.dll", "bkavcaetoken_p11.dll"),
            "Bkav Corporation/BkavCA Token Manager/st3csp11.dll",
        ),
    ),
    KnownModule(
        "NewTel-CA",
        (
            *("newca_v4.dll", *_versions("nca_v{}.dll", 9, 8, 7, 6, 5, 4)),
            *("nca_eps2k3a.dll", "nca_eps2k2a.dll", "NEWTEL-CA.dll"),
        ),
        macos=("nca_v6.dylib",),
    ),
    KnownModule(
        "CA2, Nacencomm", ("ncca_csp11_v1.dll", "CA2CSP11_v2.dll", "ca2_ace_csp11.dll", "CA2_csp11.dll", "CA2_v34.dll")
    ),
    KnownModule(
        "SmartSign, Vina-CA",
        (
            *_versions("Vina-CAv{}.dll", 10, 9, 8, 7, 6, 5, 4, 3, 2),
            *_versions("vina-ca_v{}.dll", 5, 3, 1),
            "Vina-CA.dll",
        ),
    ),
    KnownModule("CK-CA", ("CKCA.dll",)),
    KnownModule("Safe-CA", ("safe-ca_v2.dll", "safe-ca_v1.dll", "safe-ca.dll")),
    KnownModule("FastCA", ("fca_v1.dll",)),
    KnownModule("I-CA", ("ica_csp11_v1.dll",)),
    KnownModule("EFY-CA", ("efy-ca_v1.dll",)),
    KnownModule("MISA-CA", ("misaca_csp11_v2.dll",)),
    KnownModule(
        "VDC, OST", ("vdctdcsp11.dll", "ostc2_csp11.dll", "ostc1_csp11.dll", *_versions("ostt{}_csp11.dll", 3, 2, 1))
    ),
    KnownModule(
        "Feitian ePass",
        ("eps2003csp11v2.dll", "eps2003csp11.dll", "ShuttleCsp11_3003.dll", "ngp11v211.dll"),
        ("libcastle_v2.so.1.0.0", "libcastle.so.1.0.0", "libshuttle_p11v220.so.1.0.0"),
        ("libcastle_v2.1.0.0.dylib", "libcastle.1.0.0.dylib"),
    ),
    KnownModule("SecureMetric ST3", ("SecureMetric_PKI_csp11.dll", "st3csp11.dll")),
    KnownModule("WatchData", ("SignatureP11.dll", "wdpkcs.dll"), ("libwdpkcs_SignatureP11.so",), ("libwdpkcs.dylib",)),
    KnownModule("Gemalto", ("gclib.dll", "Thales/Classic Client/BIN/gclib.dll"), ("libgclib.so",), ("libgclib.dylib",)),
    KnownModule("ACS", ("acospkcs11.dll",), ("libacos5pkcs11.so",), ("libacos5pkcs11.dylib",)),
    KnownModule("YubiKey", ("Yubico/Yubico PIV Tool/bin/libykcs11.dll",), ("libykcs11.so",), ("libykcs11.dylib",)),
    KnownModule(
        "OpenSC",
        ("OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll", "opensc-pkcs11.dll"),
        ("opensc-pkcs11.so",),
        ("/Library/OpenSC/lib/opensc-pkcs11.so", "opensc-pkcs11.so"),
    ),
    KnownModule(
        "SoftHSM", ("softhsm2-x64.dll",), ("softhsm/libsofthsm2.so", "libsofthsm2.so"), ("softhsm/libsofthsm2.so",)
    ),
)
