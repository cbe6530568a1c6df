// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
	"sigs.k8s.io/yaml"
)

// Gateway is an egress gateway as a Mesh document describes it and as it really stands there.
type Gateway struct {
	Name      string            `json:"name"`
	Namespace string            `json:"namespace"`
	Selector  map[string]string `json:"selector"`
	Service   string            `json:"service"`
	Ports     []GatewayPort     `json:"ports"`

	IP        string `json:"-"` // of its pod
	ClusterIP string `json:"-"`
	Identity  string `json:"-"` // namespace/serviceAccount in its certificate
	TLSMode   string `json:"-"`
}

// GatewayPort is one port of a gateway's Service.
type GatewayPort struct {
	Number     int    `json:"number"`
	TargetPort int    `json:"targetPort"`
	Protocol   string `json:"protocol"`
	Name       string `json:"name"`
	Plaintext  bool   `json:"plaintext"`
}

// Client is a workload with its own sidecar.
type Client struct {
	Name string
	ClientSpec
	IP string
}

// World is everything around the compiled objects: namespaces, workloads, gateways, facts about hosts.
type World struct {
	Clients   []*Client
	Gateways  []*Gateway
	Addresses map[string][]string // host -> addresses of the Mesh document
	Mesh      MeshSpec
}

// ports that a Mesh document without ports stands for, with the target ports of Istio's chart
func defaultPorts() []GatewayPort {
	return []GatewayPort{
		{Number: 80, TargetPort: 8080, Protocol: "HTTP", Name: "http2"},
		{Number: 443, TargetPort: 8443, Protocol: "HTTPS", Name: "https"},
		{Number: 444, TargetPort: 8444, Protocol: "HTTPS", Name: "tls-444"},
	}
}

type document struct {
	Kind string `json:"kind"`
	Spec struct {
		ByEgressGateway struct {
			Name string `json:"name"`
		} `json:"byEgressGateway"`
		EgressRules []struct {
			To []struct {
				ByEgressGateway struct {
					Name string `json:"name"`
				} `json:"byEgressGateway"`
			} `json:"to"`
		} `json:"egressRules"`
		Gateways []Gateway `json:"gateways"`
		Hosts    []struct {
			Host      string   `json:"host"`
			Addresses []string `json:"addresses"`
		} `json:"hosts"`
	} `json:"spec"`
}

// splitDocuments cuts a YAML stream at its document marks and leaves out what holds nothing but comments.
func splitDocuments(stream []byte) [][]byte {
	var out [][]byte
	for _, part := range bytes.Split(append([]byte("\n"), stream...), []byte("\n---")) {
		for line := range bytes.Lines(part) {
			if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
				out = append(out, part)
				break
			}
		}
	}
	return out
}

// NewWorld stands up the gateways that the documents name and the clients of the case.
func NewWorld(c *Case, block *AddressBlock, streams ...[]byte) (*World, error) {
	w := &World{Addresses: map[string][]string{}, Mesh: c.Mesh}
	if err := w.readDocuments(streams); err != nil {
		return nil, err
	}
	if len(w.Gateways) == 0 {
		w.addGateway(Gateway{Name: "egressgateway-a"})
	}
	for i, gateway := range w.Gateways {
		gateway.IP = block.Pod(100 + i)
		gateway.ClusterIP = fmt.Sprintf("10.96.0.%d", 10+i)
		if err := gateway.apply(c.Gateways[gateway.Name]); err != nil {
			return nil, err
		}
	}
	for name := range c.Gateways {
		if w.Gateway(name) == nil {
			return nil, fmt.Errorf("gateway %s is described but no document names it", name)
		}
	}
	for i, name := range sortedKeys(c.Clients) {
		spec := c.Clients[name]
		if spec.ServiceAccount == "" {
			spec.ServiceAccount = "default"
		}
		w.Clients = append(w.Clients, &Client{Name: name, ClientSpec: spec, IP: block.Pod(1 + i)})
	}
	return w, nil
}

func (w *World) readDocuments(streams [][]byte) error {
	var named []string
	for _, stream := range streams {
		for _, part := range splitDocuments(stream) {
			var d document
			if err := yaml.Unmarshal(part, &d); err != nil {
				continue // a document that is wrong on purpose; the compiler says so
			}
			switch d.Kind {
			case "Mesh":
				for _, gateway := range d.Spec.Gateways {
					w.addGateway(gateway)
				}
				for _, host := range d.Spec.Hosts {
					w.Addresses[host.Host] = host.Addresses
				}
			case "ASMEgressTrafficPolicy":
				named = append(named, d.Spec.ByEgressGateway.Name)
				for _, rule := range d.Spec.EgressRules {
					for _, to := range rule.To {
						named = append(named, to.ByEgressGateway.Name)
					}
				}
			}
		}
	}
	for _, name := range named {
		if name != "" && w.Gateway(name) == nil {
			w.addGateway(Gateway{Name: name})
		}
	}
	return nil
}

func (w *World) addGateway(g Gateway) {
	if w.Gateway(g.Name) != nil {
		return
	}
	if g.Namespace == "" {
		g.Namespace = "istio-system"
	}
	if len(g.Selector) == 0 {
		g.Selector = map[string]string{"istio": g.Name}
	}
	if g.Service == "" {
		g.Service = "istio-" + g.Name
	}
	if len(g.Ports) == 0 {
		g.Ports = defaultPorts()
	}
	for i := range g.Ports {
		if g.Ports[i].TargetPort == 0 {
			g.Ports[i].TargetPort = 8000 + g.Ports[i].Number
		}
	}
	g.Identity = g.Namespace + "/" + g.ServiceAccount()
	g.TLSMode = "istio"
	w.Gateways = append(w.Gateways, &g)
}

func (g *Gateway) apply(spec GatewaySpec) error {
	if spec.Identity != "" {
		g.Identity = spec.Identity
	}
	if spec.TLSMode != "" {
		g.TLSMode = spec.TLSMode
	}
	for number, target := range spec.TargetPorts {
		found := false
		for i := range g.Ports {
			if fmt.Sprint(g.Ports[i].Number) == number {
				g.Ports[i].TargetPort, found = target, true
			}
		}
		if !found {
			return fmt.Errorf("gateway %s has no port %s", g.Name, number)
		}
	}
	return nil
}

// ServiceAccount is the one its pod runs under.
func (g *Gateway) ServiceAccount() string { return g.Service + "-service-account" }

// TargetPort is where the gateway listens for a port of its Service; 0 when there is none.
func (g *Gateway) TargetPort(number int) int {
	for _, port := range g.Ports {
		if port.Number == number {
			return port.TargetPort
		}
	}
	return 0
}

// Gateway finds a gateway by name.
func (w *World) Gateway(name string) *Gateway {
	for _, gateway := range w.Gateways {
		if gateway.Name == name {
			return gateway
		}
	}
	return nil
}

// Client finds a client by name.
func (w *World) Client(name string) *Client {
	for _, client := range w.Clients {
		if client.Name == name {
			return client
		}
	}
	return nil
}

// NameOf says whose address this is: a client, a gateway, or "".
func (w *World) NameOf(ip string) string {
	for _, client := range w.Clients {
		if client.IP == ip {
			return client.Name
		}
	}
	for _, gateway := range w.Gateways {
		if gateway.IP == ip {
			return gateway.Name
		}
	}
	return ""
}

// Objects are the Kubernetes objects of the world, as a cluster would hold them. Namespaces that only the policy
// mentions are there as well: a policy may be written before its workloads.
func (w *World) Objects(moreNamespaces []string) []runtime.Object {
	var out []runtime.Object
	namespaces := map[string]bool{"istio-system": true}
	for _, namespace := range moreNamespaces {
		namespaces[namespace] = true
	}
	for _, client := range w.Clients {
		namespaces[client.Namespace] = true
		out = append(out, pod(client.Name, client.Namespace, client.ServiceAccount, client.IP, client.Labels, "istio"))
	}
	for _, gateway := range w.Gateways {
		namespaces[gateway.Namespace] = true
		out = append(out, gateway.pod(), gateway.service(), gateway.endpoints())
	}
	for _, namespace := range sortedKeys(namespaces) {
		out = append(out, &corev1.Namespace{
			TypeMeta: metav1.TypeMeta{APIVersion: "v1", Kind: "Namespace"},
			ObjectMeta: metav1.ObjectMeta{Name: namespace,
				Labels: map[string]string{"istio-injection": "enabled", "kubernetes.io/metadata.name": namespace}},
		})
	}
	return out
}

// pod has the labels that Istio's injection gives it: whether it takes mutual TLS from everybody, among them.
func pod(name, namespace, account, ip string, labels map[string]string, tlsMode string) *corev1.Pod {
	all := map[string]string{}
	if tlsMode != "-" {
		all["security.istio.io/tlsMode"] = tlsMode
	}
	for key, value := range labels {
		all[key] = value
	}
	return &corev1.Pod{
		TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Pod"},
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: namespace, Labels: all},
		Spec: corev1.PodSpec{
			ServiceAccountName: account,
			Containers:         []corev1.Container{{Name: "app", Image: "app"}, {Name: "istio-proxy", Image: "proxy"}},
		},
		Status: corev1.PodStatus{
			Phase: corev1.PodRunning, PodIP: ip, PodIPs: []corev1.PodIP{{IP: ip}},
			Conditions: []corev1.PodCondition{{Type: corev1.PodReady, Status: corev1.ConditionTrue}},
		},
	}
}

func (g *Gateway) pod() *corev1.Pod {
	return pod(g.Name, g.Namespace, g.ServiceAccount(), g.IP, g.Selector, g.TLSMode)
}

func (g *Gateway) service() *corev1.Service {
	service := &corev1.Service{
		TypeMeta:   metav1.TypeMeta{APIVersion: "v1", Kind: "Service"},
		ObjectMeta: metav1.ObjectMeta{Name: g.Service, Namespace: g.Namespace, Labels: g.Selector},
		Spec:       corev1.ServiceSpec{ClusterIP: g.ClusterIP, ClusterIPs: []string{g.ClusterIP}, Selector: g.Selector},
	}
	for _, port := range g.Ports {
		service.Spec.Ports = append(service.Spec.Ports, corev1.ServicePort{
			Name: port.Name, Port: int32(port.Number), TargetPort: intstr.FromInt32(int32(port.TargetPort)), Protocol: corev1.ProtocolTCP,
		})
	}
	return service
}

func (g *Gateway) endpoints() *discoveryv1.EndpointSlice {
	ready := true
	slice := &discoveryv1.EndpointSlice{
		TypeMeta: metav1.TypeMeta{APIVersion: "discovery.k8s.io/v1", Kind: "EndpointSlice"},
		ObjectMeta: metav1.ObjectMeta{Name: g.Service, Namespace: g.Namespace,
			Labels: map[string]string{discoveryv1.LabelServiceName: g.Service}},
		AddressType: discoveryv1.AddressTypeIPv4,
		Endpoints: []discoveryv1.Endpoint{{
			Addresses:  []string{g.IP},
			Conditions: discoveryv1.EndpointConditions{Ready: &ready},
			TargetRef:  &corev1.ObjectReference{Kind: "Pod", Name: g.Name, Namespace: g.Namespace},
		}},
	}
	for _, port := range g.Ports {
		name, number, protocol := port.Name, int32(port.TargetPort), corev1.ProtocolTCP
		slice.Ports = append(slice.Ports, discoveryv1.EndpointPort{Name: &name, Port: &number, Protocol: &protocol})
	}
	return slice
}

// toYAML writes objects as one stream.
func toYAML(objects []runtime.Object) ([]byte, error) {
	var parts []string
	for _, object := range objects {
		text, err := yaml.Marshal(object)
		if err != nil {
			return nil, err
		}
		parts = append(parts, string(text))
	}
	return []byte(strings.Join(parts, "---\n")), nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
