"""What ``mkdocs.yml`` says about the site."""

from __future__ import annotations

import yaml

from digest.errors import Fault
from digest.text.escape import safe_url

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_site(path: str, text: str) -> tuple[str, str, tuple[Fault, ...]]:
    """Give the site's name and address, each empty where it is not given, and the faults.

    Only these two values are looked at, as nodes, so that tags which MkDocs knows and we do not (``!ENV``,
    ``!!python/name:``) pass and run nothing.
    Of ``!ENV [NAME, value]`` the last value counts, whatever the environment holds: the same content must give the same bytes.
    """
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return "", "", (Fault(path, line, f"this cannot be read as YAML ({error.problem})"),)
    except (yaml.YAMLError, RecursionError):
        return "", "", (Fault(path, 0, "this cannot be read as YAML"),)
    found = {"site_name": "", "site_url": ""}
    faults = []
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if not isinstance(key, yaml.ScalarNode) or key.value not in found:
            continue
        scalar = value.value[-1] if value.tag == "!ENV" and isinstance(value, yaml.SequenceNode) and value.value else value
        if isinstance(scalar, yaml.ScalarNode) and scalar.tag != "!ENV":
            found[key.value] = "" if scalar.tag.endswith(":null") else " ".join(scalar.value.split())
        elif scalar.tag != "!ENV":
            faults.append(Fault(path, value.start_mark.line + 1, f"{key.value}: expected text"))
    url = safe_url(found["site_url"]) if found["site_url"].startswith("http") else ""
    if found["site_url"] and not url:
        faults.append(
            Fault(path, 0, f'site_url: expected an address that begins with https:// or http://, found "{found["site_url"]}"')
        )
    return found["site_name"], url.rstrip("/") + "/" if url else "", tuple(faults)
