// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

/// Which host number i is, and which namespace may reach it.
struct Universe {
    int hosts;
    int namespaces;

    int hostsOf(int ns) const { return hosts / namespaces + (ns < hosts % namespaces ? 1 : 0); }
};

constexpr int hostsPerDestination = 50; // the most that one destination takes

void printDestination(int ns, int first, int count)
{
    std::printf("    - name: hosts-%d\n      hosts:\n", first);
    for (int i = first; i < first + count; ++i)
        std::printf("      - api-%d.team-%d.example.com\n", i, ns);
    std::printf("      port:\n        number: 80\n        protocol: HTTP\n");
}

/// One rule for each namespace, with as many destinations as its hosts need.
void printPolicy(const Universe &universe)
{
    std::printf("apiVersion: istio.alibabacloud.com/v1beta1\n"
                "kind: ASMEgressTrafficPolicy\n"
                "metadata:\n  name: egress-by-egressgateway-a\n  namespace: istio-egress\n"
                "spec:\n  byEgressGateway:\n    name: egressgateway-a\n  egressRules:\n");
    for (int ns = 0; ns < universe.namespaces; ++ns) {
        std::printf(
            "  - name: team-%d\n    from:\n    - namespace: team-%d\n      workloadSelector:\n        app: client\n    to:\n",
            ns, ns);
        for (int i = 0; i < universe.hostsOf(ns); i += hostsPerDestination) {
            const int left = universe.hostsOf(ns) - i;
            printDestination(ns, i, left < hostsPerDestination ? left : hostsPerDestination);
        }
    }
}

/// The same hosts as values for a Helm chart.
void printValues(const Universe &universe)
{
    std::printf("gateway: egressgateway-a\nnamespaces:\n");
    for (int ns = 0; ns < universe.namespaces; ++ns) {
        std::printf("- name: team-%d\n  app: client\n  hosts:\n", ns);
        for (int i = 0; i < universe.hostsOf(ns); ++i)
            std::printf("  - api-%d.team-%d.example.com\n", i, ns);
    }
}

} // namespace

/// bench_policies policy|values HOSTS NAMESPACES: input of a size, the same bytes each time.
int main(int argc, char *argv[])
{
    if (argc != 4) {
        std::fputs("Usage: bench_policies policy|values HOSTS NAMESPACES\n", stderr);
        return 2;
    }
    const Universe universe = {std::atoi(argv[2]), std::atoi(argv[3])};
    if (std::strcmp(argv[1], "values") == 0)
        printValues(universe);
    else
        printPolicy(universe);
    return 0;
}
