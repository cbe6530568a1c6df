// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"time"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"
)

// object is one document of a stream, for somebody to spoil.
type object map[string]any

func (o object) kind() string { text, _ := o["kind"].(string); return text }

func (o object) spec() map[string]any { return asMap(o["spec"]) }

func (o object) metadata() map[string]any { return asMap(o["metadata"]) }

func asMap(value any) map[string]any { m, _ := value.(map[string]any); return m }

func asList(value any) []any { l, _ := value.([]any); return l }

func readObjects(stream []byte) ([]object, error) {
	var out []object
	for _, part := range splitDocuments(stream) {
		var o object
		if err := yaml.Unmarshal(part, &o); err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	return out, nil
}

func writeObjects(objects []object) []byte {
	var parts []string
	for _, o := range objects {
		parts = append(parts, string(must(yaml.Marshal(o))))
	}
	return []byte(strings.Join(parts, "---\n"))
}

// mutation spoils a set in one place; false where there is nothing that it could spoil.
type mutation func(random *rand.Rand, objects *[]object) bool

// some gives an object of one of the kinds.
func some(random *rand.Rand, objects []object, kinds ...string) object {
	var found []object
	for _, o := range objects {
		if slices.Contains(kinds, o.kind()) {
			found = append(found, o)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return pick(random, found)
}

// part gives one member of a list, or nil.
func part(random *rand.Rand, list any) map[string]any {
	items := asList(list)
	if len(items) == 0 {
		return nil
	}
	return asMap(items[random.Intn(len(items))])
}

var mutations = map[string]mutation{
	"drop an object": func(random *rand.Rand, objects *[]object) bool {
		if len(*objects) < 2 {
			return false
		}
		i := random.Intn(len(*objects))
		*objects = slices.Delete(*objects, i, i+1)
		return true
	},
	"change exportTo": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "ServiceEntry", "VirtualService", "DestinationRule")
		if o == nil {
			return false
		}
		o.spec()["exportTo"] = pick(random, [][]any{{"*"}, {"."}, {"~"}, {"mytest"}, {"istio-system"}, {".", "istio-system"}})
		if o.kind() != "ServiceEntry" && asList(o.spec()["exportTo"])[0] == "~" {
			delete(o.spec(), "exportTo")
		}
		return true
	},
	"add a VirtualService": func(random *rand.Rand, objects *[]object) bool {
		*objects = append(*objects, foreignRule(random))
		return true
	},
	"add a ServiceEntry": func(random *rand.Rand, objects *[]object) bool {
		*objects = append(*objects, foreignEntry(random))
		return true
	},
	"add an AuthorizationPolicy": func(random *rand.Rand, objects *[]object) bool {
		*objects = append(*objects, foreignAuthorization(random))
		return true
	},
	"drop a route": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "VirtualService")
		key := pick(random, []string{"http", "http", "tls", "tcp"})
		if o == nil || len(asList(o.spec()[key])) < 2 {
			return false
		}
		list := asList(o.spec()[key])
		i := random.Intn(len(list))
		o.spec()[key] = slices.Delete(slices.Clone(list), i, i+1)
		return true
	},
	"swap routes": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "VirtualService")
		if o == nil || len(asList(o.spec()["http"])) < 2 {
			return false
		}
		list := slices.Clone(asList(o.spec()["http"]))
		slices.Reverse(list)
		o.spec()["http"] = list
		return true
	},
	"change a match": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "VirtualService")
		if o == nil {
			return false
		}
		key := pick(random, []string{"http", "http", "tls", "tcp"})
		match := part(random, part(random, o.spec()[key])["match"])
		if match == nil {
			return false
		}
		changeMatch(random, match, key)
		return true
	},
	"change a destination": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "VirtualService")
		if o == nil {
			return false
		}
		route := part(random, o.spec()[pick(random, []string{"http", "http", "tls", "tcp"})])
		destination := asMap(part(random, route["route"])["destination"])
		if destination == nil {
			return false
		}
		switch random.Intn(4) {
		case 0:
			delete(destination, "subset")
		case 1:
			destination["port"] = map[string]any{"number": pick(random, []int{80, 443, 444, 5432})}
		case 2:
			delete(destination, "port")
		default:
			destination["host"] = pick(random, universe.names)
			delete(destination, "subset")
		}
		return true
	},
	"change gateways of a VirtualService": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "VirtualService")
		if o == nil {
			return false
		}
		gateways := asList(o.spec()["gateways"])
		switch random.Intn(3) {
		case 0:
			o.spec()["gateways"] = append(slices.Clone(gateways), "mesh")
		case 1:
			delete(o.spec(), "gateways")
		default:
			if other := some(random, *objects, "Gateway"); other != nil {
				o.spec()["gateways"] = []any{fmt.Sprint(other.metadata()["namespace"], "/", other.metadata()["name"])}
			}
		}
		return true
	},
	"change client TLS": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "DestinationRule")
		if o == nil {
			return false
		}
		policy := asMap(o.spec()["trafficPolicy"])
		if subset := part(random, o.spec()["subsets"]); subset != nil && (policy == nil || random.Intn(2) == 0) {
			policy = asMap(subset["trafficPolicy"])
		}
		if port := part(random, policy["portLevelSettings"]); port != nil && random.Intn(4) > 0 {
			policy = port
		}
		if policy == nil {
			return false
		}
		return changeTLS(random, policy)
	},
	"rename a subset": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "DestinationRule")
		if o == nil {
			return false
		}
		subset := part(random, o.spec()["subsets"])
		if subset == nil {
			return false
		}
		subset["name"] = "renamed"
		return true
	},
	"change a server": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "Gateway")
		if o == nil {
			return false
		}
		server := part(random, o.spec()["servers"])
		if server == nil {
			return false
		}
		return changeServer(random, o, server)
	},
	"change a ServiceEntry": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "ServiceEntry")
		if o == nil {
			return false
		}
		return changeEntry(random, o)
	},
	"move an object": func(random *rand.Rand, objects *[]object) bool {
		o := some(random, *objects, "ServiceEntry", "VirtualService", "DestinationRule", "AuthorizationPolicy", "Gateway")
		if o == nil {
			return false
		}
		o.metadata()["namespace"] = pick(random, []string{"mytest", "payments", "istio-system", "outside"})
		return true
	},
}

func changeMatch(random *rand.Rand, match map[string]any, key string) {
	labels := pick(random, []map[string]any{{}, {"app": "a"}, {"app": "b"}, {"tier": "web"}, {"istio": "egressgateway-a"}})
	switch random.Intn(9) {
	case 0:
		delete(match, "sourceLabels")
	case 1:
		match["sourceLabels"] = labels
	case 2:
		match["gateways"] = pick(random, [][]any{{"mesh"}, {"istio-system/egp-egressgateway-a"}, {"mytest/way-out", "mesh"}})
	case 3:
		match["port"] = pick(random, []int{80, 443, 8080})
	case 4:
		delete(match, "port")
	case 5:
		match["sourceNamespace"] = pick(random, []string{"mytest", "payments", "istio-system"})
	default:
		switch {
		case key == "tls":
			match["sniHosts"] = []any{pick(random, universe.names)}
		case key == "http":
			changeHTTPMatch(random, match)
		}
	}
}

func changeHTTPMatch(random *rand.Rand, match map[string]any) {
	text := func() map[string]any {
		return pick(random, []map[string]any{{"exact": "/a/b"}, {"prefix": "/a"}, {"regex": "/[a-z]+/b"}, {"prefix": "/"}})
	}
	value := func() map[string]any {
		return pick(random, []map[string]any{{"exact": "one"}, {"prefix": "o"}, {"regex": "o.*"}, {"regex": "n.*"}, {}})
	}
	switch random.Intn(6) {
	case 0:
		match["uri"] = text()
	case 1:
		match["method"] = pick(random, []map[string]any{{"exact": "GET"}, {"exact": "POST"}, {"regex": "GET|HEAD"}})
	case 2:
		match["headers"] = map[string]any{"x-team": value()}
	case 3:
		match["withoutHeaders"] = map[string]any{"x-team": value()}
	case 4:
		match["queryParams"] = map[string]any{"q": map[string]any{"exact": "1"}}
	default:
		match["authority"] = pick(random, []map[string]any{{"exact": "a.example.com"}, {"prefix": "a."}, {"regex": ".*example.org"}})
	}
}

func changeTLS(random *rand.Rand, policy map[string]any) bool {
	tls := asMap(policy["tls"])
	if tls == nil {
		policy["tls"] = map[string]any{"mode": pick(random, []string{"ISTIO_MUTUAL", "SIMPLE", "DISABLE"})}
		return true
	}
	switch random.Intn(5) {
	case 0:
		tls["sni"] = pick(random, append([]string{"other.example.com"}, universe.names...))
	case 1:
		delete(tls, "sni")
	case 2:
		policy["tls"] = map[string]any{"mode": pick(random, []string{"ISTIO_MUTUAL", "SIMPLE", "DISABLE"})}
	case 3:
		delete(tls, "subjectAltNames")
	default:
		delete(policy, "tls")
		policy["connectionPool"] = map[string]any{"tcp": map[string]any{"maxConnections": 100}}
	}
	return true
}

func changeServer(random *rand.Rand, o object, server map[string]any) bool {
	hosts := asList(server["hosts"])
	port := asMap(server["port"])
	switch random.Intn(6) {
	case 0:
		if len(hosts) < 2 {
			return false
		}
		i := random.Intn(len(hosts))
		server["hosts"] = slices.Delete(slices.Clone(hosts), i, i+1)
	case 1:
		server["hosts"] = []any{pick(random, []string{"*", "*.example.com", "*.example.org", "a.example.com", "mytest/*", "./*"})}
	case 2:
		port["number"] = pick(random, []int{80, 443, 444, 8080})
	case 3:
		if port["protocol"] == "HTTPS" {
			port["protocol"] = "TLS"
		} else {
			port["protocol"] = "HTTPS"
		}
	case 4:
		o.spec()["selector"] = map[string]any{"istio": pick(random, []string{"egressgateway-a", "egressgateway-b", "elsewhere"})}
	default:
		if asMap(server["tls"]) != nil {
			server["tls"] = map[string]any{"mode": pick(random, []string{"ISTIO_MUTUAL", "PASSTHROUGH"})}
		}
	}
	return true
}

func changeEntry(random *rand.Rand, o object) bool {
	spec := o.spec()
	port := part(random, spec["ports"])
	switch random.Intn(6) {
	case 0:
		spec["resolution"] = pick(random, []string{"STATIC", "DNS", "NONE"})
	case 1:
		port["protocol"] = pick(random, []string{"HTTP", "TLS", "TCP", "HTTPS", "HTTP2"})
	case 2:
		port["number"] = pick(random, []int{80, 443, 8080, 8443})
	case 3:
		spec["addresses"] = pick(random, [][]any{{"203.0.113.1"}, {"203.0.113.0/24"}, {"203.0.113.2", "203.0.113.3"}})
	case 4:
		delete(spec, "addresses")
	default:
		spec["hosts"] = []any{pick(random, universe.names)}
	}
	return true
}

func head(kind, group, name, namespace string) object {
	return object{"apiVersion": group, "kind": kind, "metadata": map[string]any{"name": name, "namespace": namespace}}
}

// foreignRule is a VirtualService that somebody else wrote for a host of the universe.
func foreignRule(random *rand.Rand) object {
	o := head("VirtualService", "networking.istio.io/v1", fmt.Sprintf("foreign-%d", random.Intn(1000)), pick(random, []string{"mytest", "payments", "outside", "istio-system"}))
	host := pick(random, append([]string{"*.example.org", "*.example.com"}, universe.names...))
	match := map[string]any{}
	if random.Intn(2) == 0 {
		match["sourceLabels"] = map[string]any{"app": pick(random, []string{"a", "b"})}
	}
	if random.Intn(3) == 0 {
		changeHTTPMatch(random, match)
	}
	route := map[string]any{"match": []any{match}}
	if random.Intn(2) == 0 {
		route["directResponse"] = map[string]any{"status": 418}
	} else {
		route["route"] = []any{map[string]any{"destination": map[string]any{"host": pick(random, universe.names), "port": map[string]any{"number": 80}}}}
	}
	spec := map[string]any{"hosts": []any{host}, "http": []any{route}}
	if random.Intn(3) == 0 && !strings.HasPrefix(host, "*") {
		spec["tls"] = []any{map[string]any{
			"match": []any{map[string]any{"sniHosts": []any{host}, "port": 443}},
			"route": []any{map[string]any{"destination": map[string]any{"host": pick(random, universe.names), "port": map[string]any{"number": 443}}}},
		}}
	}
	if random.Intn(2) == 0 {
		spec["exportTo"] = []any{"."}
	}
	o["spec"] = spec
	return o
}

func foreignEntry(random *rand.Rand) object {
	o := head("ServiceEntry", "networking.istio.io/v1", fmt.Sprintf("foreign-%d", random.Intn(1000)), pick(random, []string{"mytest", "payments", "outside", "istio-system"}))
	host := pick(random, universe.names)
	protocol := pick(random, []string{"HTTP", "TLS", "TCP"})
	spec := map[string]any{
		"hosts": []any{host}, "resolution": pick(random, []string{"DNS", "DNS", "STATIC", "NONE"}),
		"ports": []any{map[string]any{"number": pick(random, []int{80, 443, 8080}), "name": "one", "protocol": protocol}},
	}
	if random.Intn(2) == 0 {
		spec["exportTo"] = []any{"."}
	}
	o["spec"] = spec
	return o
}

func foreignAuthorization(random *rand.Rand) object {
	o := head("AuthorizationPolicy", "security.istio.io/v1", fmt.Sprintf("foreign-%d", random.Intn(1000)), pick(random, []string{"istio-system", "istio-system", "mytest"}))
	source := pick(random, []map[string]any{
		{"namespaces": []any{"mytest"}}, {"notNamespaces": []any{"mytest"}}, {"principals": []any{"cluster.local/ns/payments/sa/default"}},
		{"principals": []any{"*/sa/default"}}, {"namespaces": []any{"pay*"}}, {"principals": []any{"*"}}, {"serviceAccounts": []any{"mytest/default"}},
	})
	operation := pick(random, []map[string]any{
		{"methods": []any{"POST"}}, {"hosts": []any{"a.example.com"}}, {"paths": []any{"/a*"}}, {"notMethods": []any{"GET"}},
		{"hosts": []any{"*.example.org"}, "methods": []any{"GET"}}, {"ports": []any{"8080"}}, {"notPaths": []any{"/a/b"}}, {"notPorts": []any{"8443"}},
	})
	condition := pick(random, []map[string]any{
		{"key": "connection.sni", "values": []any{"*.egress.internal"}}, {"key": "source.namespace", "values": []any{"mytest"}},
		{"key": "request.headers[x-team]", "values": []any{"one"}}, {"key": "destination.port", "notValues": []any{"8080"}},
		{"key": "request.headers[x-team]", "notValues": []any{"o*"}}, {"key": "source.principal", "values": []any{"cluster.local/ns/mytest/*"}},
	})
	rule := map[string]any{}
	if random.Intn(3) > 0 {
		rule["from"] = []any{map[string]any{"source": source}}
	}
	if random.Intn(3) > 0 {
		rule["to"] = []any{map[string]any{"operation": operation}}
	}
	if random.Intn(3) == 0 {
		rule["when"] = []any{condition}
	}
	spec := map[string]any{"action": pick(random, []string{"DENY", "DENY", "ALLOW", "AUDIT"}), "rules": []any{rule}}
	if random.Intn(4) > 0 {
		spec["selector"] = map[string]any{"matchLabels": map[string]any{"istio": pick(random, universe.gateways)}}
	}
	if random.Intn(6) == 0 {
		o.metadata()["annotations"] = map[string]any{"istio.io/dry-run": "true"}
	}
	o["spec"] = spec
	return o
}

// mutate spoils a set in up to three places, and gives its objects ages at random.
func mutate(random *rand.Rand, stream []byte) ([]byte, []string, error) {
	objects, err := readObjects(stream)
	if err != nil {
		return nil, nil, err
	}
	var done []string
	names := sortedKeys(mutations)
	for count := pick(random, []int{0, 1, 1, 1, 2, 3}); len(done) < count; {
		name := pick(random, names)
		if mutations[name](random, &objects) {
			done = append(done, name)
		}
	}
	for _, o := range objects {
		o.metadata()["creationTimestamp"] = time.Unix(1_700_000_000+int64(random.Intn(1_000_000)), 0).UTC().Format(time.RFC3339)
	}
	return writeObjects(objects), done, nil
}

// refused says that an API server with istiod's webhook would not take one of the objects.
func refused(stream []byte) (string, error) {
	checker, err := schemas()
	if err != nil {
		return "", err
	}
	seen := map[string]bool{}
	for _, part := range splitDocuments(stream) {
		o := &unstructured.Unstructured{}
		data, err := yaml.YAMLToJSON(part)
		if err == nil {
			err = o.UnmarshalJSON(data)
		}
		if err != nil {
			return "", err
		}
		key := o.GetKind() + " " + o.GetNamespace() + "/" + o.GetName()
		if seen[key] {
			return key + " twice", nil
		}
		seen[key] = true
		for _, message := range admit(o) {
			if strings.HasPrefix(message, "refused: ") {
				return key + ": " + message, nil
			}
		}
		if err := checker.ValidateCustomResource(o.DeepCopy()); err != nil {
			return key + ": " + err.Error(), nil
		}
	}
	return "", nil
}
