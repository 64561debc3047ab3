"""What ``mkdocs.yml`` says about the site."""

from __future__ import annotations

import yaml

from digest.edge.marked import Inspector
from digest.errors import Fault
from digest.text.escape import safe_url

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_site(path: str, text: str) -> tuple[str, str, str, tuple[Fault, ...]]:
    """Give the site's name, its address and that of its repository, each empty where it is not given, and the faults.

    Only these three values are looked at, as nodes, so that tags which MkDocs knows and we do not (``!ENV``,
    ``!!python/name:``) pass and run nothing.
    Of ``!ENV [NAME, value]`` the last value counts, whatever the environment holds: the same content must give the same bytes.
    """
    inspector = Inspector(path)
    root = _mapping(text, inspector)
    found = {"site_name": "", "site_url": "", "repo_url": ""}
    for key, value in root.value if root else ():
        if not isinstance(key, yaml.ScalarNode) or key.value not in found:
            continue
        scalar = value.value[-1] if value.tag == "!ENV" and isinstance(value, yaml.SequenceNode) and value.value else value
        if isinstance(scalar, yaml.ScalarNode) and scalar.tag != "!ENV":
            found[key.value] = "" if scalar.tag.endswith(":null") else " ".join(scalar.value.split())
        elif scalar.tag != "!ENV":
            inspector.fault(value.start_mark.line + 1, f"{key.value}: expected text")
    addresses = {key: safe_url(found[key]) if found[key].startswith("http") else "" for key in ("site_url", "repo_url")}
    for key, address in addresses.items():
        if found[key] and not address:
            inspector.fault(0, f'{key}: expected an address that begins with https:// or http://, found "{found[key]}"')
    url, repository = (url.rstrip("/") for url in addresses.values())
    return found["site_name"], f"{url}/" if url else "", repository, tuple(inspector.faults)


def _mapping(text: str, inspector: Inspector) -> yaml.MappingNode | None:
    """Give the keys and values of a YAML text, as nodes; None where it has none, and where that is a fault, that is noted."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        inspector.fault(line, f"this cannot be read as YAML ({error.problem})")
        return None
    except (yaml.YAMLError, RecursionError):
        inspector.fault(0, "this cannot be read as YAML")
        return None
    if root is None or isinstance(root, yaml.MappingNode):
        return root
    kind = "a list" if isinstance(root, yaml.SequenceNode) else f'"{root.value}"'
    inspector.fault(root.start_mark.line + 1, f"expected keys such as site_name, found {kind}")
    return None
