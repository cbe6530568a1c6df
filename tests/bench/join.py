# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
"""What joining strings costs: the objects of the benchmark's policy by string replacement, without reading or checking any policy.

join.py TEMPLATE HOSTS NAMESPACES, where TEMPLATE is what `sallyport compile` makes of one host in one namespace.
"""

import hashlib
import sys

GATEWAY = "egressgateway-a"


def slug(*parts):
    text = "-".join(parts).replace(".", "-")[:38].rstrip("-")
    return text + "-" + hashlib.sha256(" ".join(parts).encode()).hexdigest()[:12]


def host_name(ns, number):
    return f"api-{number}.{ns}.example.com"


def templates(path):
    """The objects of one host: per namespace, per host, per gateway."""
    host = host_name("team-0", 0)
    text = open(path, encoding="utf-8").read()
    for found, field in ((slug(GATEWAY, host), "@gateslug@"), (slug(host), "@slug@"), (host, "@host@"), ("team-0", "@ns@")):
        text = text.replace(found, field)
    objects = text.split("---\n")
    per_host = [o for o in objects if "@slug@" in o or "@gateslug@" in o]
    door = [o for o in objects if "kind: Gateway\n" in o]
    per_namespace = [o for o in objects if "kind: DestinationRule\n" in o]
    return per_host, per_namespace, door[0]


def main():
    per_host, per_namespace, door = templates(sys.argv[1])
    hosts, namespaces = int(sys.argv[2]), int(sys.argv[3])
    out, names = [], []
    for n in range(namespaces):
        ns = f"team-{n}"
        out.extend(o.replace("@ns@", ns) for o in per_namespace)
        for i in range(hosts // namespaces + (n < hosts % namespaces)):
            host = host_name(ns, i)
            names.append(host)
            own, gate = slug(host), slug(GATEWAY, host)
            for o in per_host:
                out.append(o.replace("@slug@", own).replace("@gateslug@", gate).replace("@host@", host).replace("@ns@", ns))
    line = "    - @host@\n"
    out.append(door.replace(line, "".join(f"    - {name}\n" for name in sorted(names))))
    sys.stdout.write("---\n".join(out))


main()
