// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"sort"
	"strings"
	"testing"
)

const otherRule = `  - from: [{namespace: payments, workloadSelector: {app: pay}}]
    to:
    - hosts: [db.example.net]
      port: {number: 443, protocol: HTTPS}
`

var kinds = "serviceentries,virtualservices,destinationrules,gateways.networking.istio.io,authorizationpolicies,asmegresstrafficpolicies"

// journey is a folder with policy.yaml, used by admin on a cluster without any of our objects; that is how it is left, too.
func journey(t *testing.T, rules ...string) call {
	t.Helper()
	place := newCall(t).as("admin")
	place.write("policy.yaml", policyText+strings.Join(rules, ""))
	clear := func() {
		place.kubectl(t, "delete", kinds, "-A", "-l", "app.kubernetes.io/managed-by=sallyport", "--wait=false")
		place.kubectl(t, "delete", "configmaps", "-A", "-l", "app.kubernetes.io/managed-by=sallyport", "--wait=false")
	}
	clear()
	t.Cleanup(clear)
	return place
}

func (c call) apply(t *testing.T, status int, more ...string) result {
	t.Helper()
	return c.expect(t, status, append([]string{"apply", "policy.yaml", "--yes", "--pause", "0"}, more...)...)
}

func (c call) mustKubectl(t *testing.T, stdin string, arguments ...string) string {
	t.Helper()
	out, err := running.kubectl("admin", stdin, arguments...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func wants(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is missing in:\n%s", part, text)
		}
	}
}

// ours lists the objects on the cluster that we have applied: kind/namespace/name.
func (c call) ours(t *testing.T) []string {
	t.Helper()
	out := c.mustKubectl(t, "", "get", kinds, "-A", "-l", "app.kubernetes.io/managed-by=sallyport",
		"-o", `jsonpath={range .items[*]}{.kind}/{.metadata.namespace}/{.metadata.name}{"\n"}{end}`)
	names := strings.Fields(out)
	sort.Strings(names)
	return names
}

const entryName = "egp-a-example-org-"

// entry is the ServiceEntry of the client.
func (c call) entry(t *testing.T) string {
	t.Helper()
	for _, name := range c.ours(t) {
		if strings.HasPrefix(name, "ServiceEntry/mytest/"+entryName) {
			return strings.TrimPrefix(name, "ServiceEntry/mytest/")
		}
	}
	t.Fatal("there is no ServiceEntry of ours in mytest")
	return ""
}

// withoutManager is an object's content and the fields of one manager, under any name.
func withoutManager(t *testing.T, text, manager string) map[string]any {
	t.Helper()
	var object map[string]any
	check(json.Unmarshal([]byte(text), &object))
	metadata := object["metadata"].(map[string]any)
	for _, key := range []string{"uid", "resourceVersion", "creationTimestamp", "generation"} {
		delete(metadata, key)
	}
	for _, entry := range metadata["managedFields"].([]any) {
		fields := entry.(map[string]any)
		delete(fields, "time")
		if fields["manager"] == manager {
			fields["manager"] = "M"
		}
	}
	return object
}

// TestObjectsAreAsKubectlApplies compares each object, its owners included, with what kubectl makes of the compiled policy.
func TestObjectsAreAsKubectlApplies(t *testing.T) {
	place := journey(t, otherRule)
	place.apply(t, 0)
	objects := map[string]string{}
	for _, name := range place.ours(t) {
		parts := strings.Split(name, "/")
		objects[name] = place.mustKubectl(t, "", "get", parts[0]+kindSuffix(parts[0]), "-n", parts[1], parts[2], "-o", "json", "--show-managed-fields")
	}
	place.expect(t, 0, "delete", "policy.yaml", "--yes", "--pause", "0")
	if left := place.ours(t); len(left) > 0 {
		t.Fatalf("delete leaves %v", left)
	}
	place.mustKubectl(t, place.compiled(t, objects), "apply", "--server-side", "-f", "-")
	if len(objects) < 10 {
		t.Errorf("only %d objects were compared", len(objects))
	}
	for name, text := range objects {
		parts := strings.Split(name, "/")
		theirs := place.mustKubectl(t, "", "get", parts[0]+kindSuffix(parts[0]), "-n", parts[1], parts[2], "-o", "json", "--show-managed-fields")
		ours := withoutManager(t, text, "sallyport")
		if kubectls := withoutManager(t, theirs, "kubectl"); !reflect.DeepEqual(ours, kubectls) {
			t.Errorf("%s\nours: %v\nkubectl's: %v", name, ours, kubectls)
		}
	}
}

var partOf = regexp.MustCompile(`"applyset.kubernetes.io/part-of": ?"([^"]+)"`)

// compiled is what the policy compiles to, with the label of the set that live objects have.
func (c call) compiled(t *testing.T, live map[string]string) string {
	t.Helper()
	text := c.sallyport(t, "compile", "policy.yaml").out
	for name, object := range live {
		set := partOf.FindStringSubmatch(object)
		if set == nil {
			t.Fatalf("%s has no label of a set", name)
		}
		return strings.ReplaceAll(text, "    sallyport.dev/mesh:", "    applyset.kubernetes.io/part-of: "+set[1]+"\n    sallyport.dev/mesh:")
	}
	return text
}

var diffedFile = regexp.MustCompile(`(?m)^\+\+\+ \S+/[a-z.]+\.v1\.([A-Za-z]+)\.([a-z-]+)\.(\S+)`)

// TestPlanSeesWhatKubectlDiffSees: the same objects change, by the same dry runs.
func TestPlanSeesWhatKubectlDiffSees(t *testing.T) {
	place := journey(t, otherRule)
	place.apply(t, 0)
	live := map[string]string{"entry": place.mustKubectl(t, "", "get", "serviceentry", "-n", "mytest", place.entry(t), "-o", "json")}
	place.write("policy.yaml", strings.Replace(policyText, "number: 80", "number: 8080", 1)+strings.Replace(otherRule, "db.", "db2.", 1))
	diff := place.kubectl(t, "diff", "--server-side", "--field-manager=sallyport", "-f", place.write("objects.yaml", place.compiled(t, live)))
	if diff.status != 1 {
		t.Fatalf("kubectl diff: exit status %d\n%s", diff.status, diff.text())
	}
	var theirs, ours []string
	for _, match := range diffedFile.FindAllStringSubmatch(diff.out, -1) {
		theirs = append(theirs, strings.Join(match[1:], "/"))
	}
	var plan struct {
		Objects []struct{ Kind, Namespace, Name, Action string }
	}
	check(json.Unmarshal([]byte(place.expect(t, 1, "plan", "policy.yaml", "--output", "json").out), &plan))
	for _, object := range plan.Objects {
		if object.Action == "create" || object.Action == "update" {
			ours = append(ours, object.Kind+"/"+object.Namespace+"/"+object.Name)
		}
	}
	sort.Strings(theirs)
	sort.Strings(ours)
	if len(ours) < 5 || !reflect.DeepEqual(ours, theirs) {
		t.Errorf("the plan changes\n%v\nkubectl diff changes\n%v", ours, theirs)
	}
}

// kindSuffix keeps Istio's Gateway apart from that of the Gateway API.
func kindSuffix(kind string) string {
	if kind == "Gateway" {
		return ".networking.istio.io"
	}
	return ""
}

// TestFromNoRightsToAnApply: the Role that the plan asks for is all that is needed, for both targets, from the first plan to a deletion.
func TestFromNoRightsToAnApply(t *testing.T) {
	for _, target := range []string{"istio", "asm"} {
		t.Run(target, func(t *testing.T) {
			admin := journey(t, otherRule)
			for _, user := range []string{"alice", "carol"} {
				place := admin.as(user)
				place.environment = place.environment[1:]
				plan := place.expect(t, 1, "plan", "policy.yaml", "--target", target, "--output", "json")
				var read struct{ MissingRights string }
				check(json.Unmarshal([]byte(plan.out), &read))
				wants(t, read.MissingRights, "name: "+user)
				refused := place.apply(t, 1, "--target", target)
				wants(t, refused.err, "You may not", "Nothing on the cluster was changed.")
				admin.mustKubectl(t, read.MissingRights, "apply", "--server-side", "-f", "-")
				place.apply(t, 0, "--target", target)
				place.expect(t, 0, "plan", "policy.yaml", "--target", target)
				admin.mustKubectl(t, read.MissingRights, "delete", "-f", "-")
				admin.expect(t, 0, "delete", "policy.yaml", "--target", target, "--yes", "--pause", "0")
			}
		})
	}
}

func TestConflicts(t *testing.T) {
	place := journey(t)
	place.apply(t, 0)
	name := place.entry(t)
	edit := fmt.Sprintf(`{"apiVersion":"networking.istio.io/v1","kind":"ServiceEntry","metadata":{"name":"%s","namespace":"mytest"},"spec":{"resolution":"NONE"}}`, name)
	change := strings.Replace(policyText, "a.example.org", "a.example.org, b.example.org", 1)

	// another manager, by server-side apply
	place.mustKubectl(t, edit, "apply", "--server-side", "--force-conflicts", "--field-manager=team", "-f", "-")
	plan := place.expect(t, 1, "plan", "policy.yaml")
	wants(t, plan.out, "! conflict  ServiceEntry mytest/"+name, `spec.resolution belongs to team: theirs "NONE", ours "STATIC"`)
	wants(t, place.apply(t, 1).err, "belongs to team", "Nothing on the cluster was changed.")
	place.apply(t, 0, "--take-over", "ServiceEntry/mytest/"+name+":spec.resolution")
	place.expect(t, 0, "plan", "policy.yaml")

	// somebody who edits in place
	place.mustKubectl(t, "", "patch", "serviceentry", "-n", "mytest", name, "--type=merge", "-p", `{"spec":{"resolution":"NONE"}}`, "--field-manager=kubectl-edit")
	wants(t, place.expect(t, 1, "plan", "policy.yaml").out, "belongs to kubectl-edit")
	place.apply(t, 0, "--take-over", "all")
	place.expect(t, 0, "plan", "policy.yaml")

	// what is left of kubectl's client-side apply of the exported files
	place.expect(t, 0, "delete", "policy.yaml", "--yes", "--pause", "0")
	compiled := place.expect(t, 0, "compile", "policy.yaml").out
	place.mustKubectl(t, compiled, "apply", "-f", "-")
	wants(t, place.expect(t, 1, "plan", "policy.yaml").out, "the object belongs to kubectl-client-side-apply")
	place.apply(t, 1)
	place.apply(t, 0, "--take-over", "all")
	place.expect(t, 0, "plan", "policy.yaml")
	place.write("policy.yaml", change)
	wants(t, place.expect(t, 1, "plan", "policy.yaml").out, "+ create    ServiceEntry mytest/egp-b-example-org")
	place.apply(t, 0, "--take-over", "all")
	place.expect(t, 0, "plan", "policy.yaml")
}

func TestWhatTheClusterDoesNotTake(t *testing.T) {
	place := journey(t)
	place.write("policy.yaml", strings.Replace(policyText, "namespace: mytest", "namespace: nowhere", 1))
	wants(t, place.expect(t, 1, "plan", "policy.yaml").out, "! invalid ", `namespaces "nowhere" not found`)
	wants(t, place.apply(t, 1).err, `namespaces "nowhere" not found`, "Nothing on the cluster was changed.")

	// a webhook that refuses, and one that warns
	place.write("policy.yaml", policyText)
	place.write("authorization.yaml", strings.NewReplacer("NAME", "rejected-x").Replace(authorization))
	wants(t, place.expect(t, 1, "plan", "policy.yaml", "authorization.yaml").out, "this name is not wanted")
	place.expect(t, 1, "apply", "policy.yaml", "authorization.yaml", "--yes", "--pause", "0")
	if left := place.ours(t); len(left) > 0 {
		t.Errorf("a refused apply leaves %v", left)
	}
	place.write("authorization.yaml", strings.NewReplacer("NAME", "warned-x").Replace(authorization))
	wants(t, place.expect(t, 1, "plan", "policy.yaml", "authorization.yaml").out, `warning: this name is "unusual", think of another`)
	place.expect(t, 0, "apply", "policy.yaml", "authorization.yaml", "--yes", "--pause", "0")
}

const authorization = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: NAME, namespace: istio-system}
spec:
  action: DENY
  selector: {matchLabels: {istio: egressgateway-a}}
  rules:
  - from: [{source: {namespaces: [mytest]}}]
    to: [{operation: {hosts: [a.example.org, "a.example.org:*"], methods: [POST]}}]
    when: [{key: connection.sni, notValues: ["*.l4.egress.internal"]}]
`

// TestObjectsThatAreBeingDeleted: finalizers hold what was deleted; that is said, and nothing is written into it.
func TestObjectsThatAreBeingDeleted(t *testing.T) {
	place := journey(t)
	place.apply(t, 0)
	name := place.entry(t)
	finalizer := func(value string) {
		place.mustKubectl(t, "", "patch", "serviceentry", "-n", "mytest", name, "--type=merge", "-p", `{"metadata":{"finalizers":`+value+`}}`)
	}
	finalizer(`["test.sallyport.dev/held"]`)
	t.Cleanup(func() {
		running.kubectl("admin", "", "patch", "serviceentry", "-n", "mytest", name, "--type=merge", "-p", `{"metadata":{"finalizers":null}}`)
	})
	wants(t, place.expect(t, 0, "delete", "policy.yaml", "--yes", "--pause", "0").err, "its finalizers keep it for now: ServiceEntry mytest/"+name)
	wants(t, place.expect(t, 1, "plan", "policy.yaml").out, "! invalid   ServiceEntry mytest/"+name, "test.sallyport.dev/held")
	wants(t, place.apply(t, 1).err, "It is being deleted")
	finalizer("null")
	place.apply(t, 0)
	place.expect(t, 0, "plan", "policy.yaml")
}

// TestOneFormAtATime: a policy is on a cluster as the resource or as Istio's objects, and never as both.
func TestOneFormAtATime(t *testing.T) {
	place := journey(t)
	for _, forms := range [][2]string{{"asm", "istio"}, {"istio", "asm"}} {
		place.apply(t, 0, "--target", forms[0])
		before := place.ours(t)
		for _, command := range []string{"plan", "apply"} {
			wants(t, place.expect(t, 2, command, "policy.yaml", "--target", forms[1]).err, "Two forms of one policy contradict each other")
		}
		if after := place.ours(t); !reflect.DeepEqual(before, after) {
			t.Errorf("%v became %v", before, after)
		}
		place.expect(t, 0, "delete", "policy.yaml", "--target", forms[0], "--yes", "--pause", "0")
	}
	// somebody's own, without our labels
	place.mustKubectl(t, policyText, "apply", "-f", "-")
	wants(t, place.expect(t, 2, "plan", "policy.yaml").err, "An ASMEgressTrafficPolicy for the same gateway is on the cluster")
	place.mustKubectl(t, policyText, "delete", "-f", "-")
}

const surroundings = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: other, namespace: payments}
spec: {hosts: [a.example.org], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: hidden, namespace: payments}
spec: {hosts: [a.example.org], exportTo: ["."], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: other, namespace: mytest}
spec: {hosts: ["*.example.org"], http: [{route: [{destination: {host: x}}]}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: other, namespace: mytest}
spec: {host: istio-egressgateway-a.istio-system.svc.cluster.local}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: mytest}
spec: {egress: [{hosts: ["./other"]}], outboundTrafficPolicy: {mode: ALLOW_ANY}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: plain, namespace: istio-system}
spec: {selector: {istio: egressgateway-a}, servers: [{hosts: ["*"], port: {number: 80, name: http, protocol: HTTP}}]}
`

// TestSurroundings: what others have on the cluster is noted where it changes the outcome, and only there.
func TestSurroundings(t *testing.T) {
	place := journey(t)
	place.mustKubectl(t, surroundings, "apply", "-f", "-")
	t.Cleanup(func() { running.kubectl("admin", surroundings, "delete", "-f", "-") })
	plan := place.expect(t, 1, "plan", "policy.yaml").out
	wants(t, plan, "ServiceEntry payments/other also defines a.example.org for istio-system, a.example.org for mytest",
		"VirtualService mytest/other also routes a.example.org", "DestinationRule mytest/other is for the gateway's service, too",
		"Sidecar mytest/default lets its workloads reach everything", "Sidecar mytest/default hides a.example.org",
		"Gateway istio-system/plain opens port 80 of the same gateway without TLS")
	if strings.Contains(plan, "payments/hidden") {
		t.Errorf("what nobody sees is noted:\n%s", plan)
	}
	place.apply(t, 0)
	place.mustKubectl(t, "", "label", "serviceentry", "-n", "mytest", place.entry(t), "argocd.argoproj.io/instance=web")
	wants(t, place.expect(t, 0, "plan", "policy.yaml", "--output", "json").out, "Argo CD application web keeps this object")

	bob := place.as("bob") // sees his namespace alone
	bob.environment = bob.environment[1:]
	wants(t, bob.expect(t, 1, "plan", "policy.yaml").out, "you may not look at all of it", "VirtualService mytest/other also routes")
}

// TestHistoryGoesBack walks forward and back, and looks for the user's token in all that was written meanwhile.
func TestHistoryGoesBack(t *testing.T) {
	place := journey(t)
	place.environment = append(place.environment, "XDG_STATE_HOME="+place.folder+"/state")
	place.apply(t, 0)
	before := place.ours(t)
	place.write("policy.yaml", policyText+otherRule)
	place.apply(t, 0)
	id := strings.Fields(place.expect(t, 0, "history").out)[0]
	place.expect(t, 0, "revert", id, "--yes", "--pause", "0")
	if after := place.ours(t); !reflect.DeepEqual(before, after) {
		t.Errorf("revert leaves %v instead of %v", after, before)
	}
	entries := must(os.ReadDir(place.folder + "/state/sallyport/history"))
	if len(entries) != 3 {
		t.Errorf("%d entries in the history", len(entries))
	}
	for _, entry := range entries {
		leaksNothing(t, string(must(os.ReadFile(place.folder+"/state/sallyport/history/"+entry.Name()))))
	}
}

// TestManyObjects: a set of 2,000 objects goes there, stays, shrinks and goes.
func TestManyObjects(t *testing.T) {
	place := journey(t)
	policy := func(hosts int) string {
		var text strings.Builder
		text.WriteString(strings.SplitAfter(policyText, "    to:\n")[0])
		for i := range hosts {
			fmt.Fprintf(&text, "    - hosts: [host-%d.example.org]\n      port: {number: 80, protocol: HTTP}\n", i)
		}
		return text.String()
	}
	place.write("policy.yaml", policy(500))
	place.apply(t, 0)
	if count := len(place.ours(t)); count < 2000 {
		t.Fatalf("only %d objects", count)
	}
	wants(t, place.expect(t, 0, "plan", "policy.yaml").out, "unchanged 200")
	place.write("policy.yaml", policy(490))
	wants(t, place.expect(t, 1, "plan", "policy.yaml", "--prune").out, "delete 40")
	place.apply(t, 0, "--prune")
	place.expect(t, 0, "delete", "policy.yaml", "--yes", "--pause", "0")
	if left := place.ours(t); len(left) > 0 {
		t.Errorf("%d objects are left", len(left))
	}
}
