// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	meshconfig "istio.io/api/mesh/v1alpha1"
	networking "istio.io/api/networking/v1alpha3"
	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/test/xds"
	"istio.io/istio/pkg/config"
	istiomesh "istio.io/istio/pkg/config/mesh"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
	"sigs.k8s.io/yaml"
)

// accessLog names what the suite reads back from each proxy's log.
var accessLog = map[string]string{
	"code": "%RESPONSE_CODE%", "flags": "%RESPONSE_FLAGS%", "details": "%RESPONSE_CODE_DETAILS%",
	"termination": "%CONNECTION_TERMINATION_DETAILS%", "transport": "%UPSTREAM_TRANSPORT_FAILURE_REASON%",
	"cluster": "%UPSTREAM_CLUSTER%", "local": "%DOWNSTREAM_LOCAL_ADDRESS%", "sni": "%REQUESTED_SERVER_NAME%",
	"peer": "%DOWNSTREAM_PEER_URI_SAN%", "tls": "%DOWNSTREAM_TLS_VERSION%", "host": "%REQ(:AUTHORITY)%", "path": "%REQ(:PATH)%",
}

// ProxyConfig is what istiod computes for one proxy.
type ProxyConfig struct {
	Name      string
	Listeners []*listener.Listener
	Clusters  []*cluster.Cluster
	Routes    []*route.RouteConfiguration
	Endpoints []*endpoint.ClusterLoadAssignment
}

// meshConfig is the operator's part: every setting that istiod's own proxy would need and an upstream Envoy lacks is off.
func meshConfig(spec MeshSpec) *meshconfig.MeshConfig {
	m := istiomesh.DefaultMeshConfig()
	m.OutboundTrafficPolicy = &meshconfig.MeshConfig_OutboundTrafficPolicy{Mode: meshconfig.MeshConfig_OutboundTrafficPolicy_REGISTRY_ONLY}
	if spec.OutboundTrafficPolicy == "ALLOW_ANY" {
		m.OutboundTrafficPolicy.Mode = meshconfig.MeshConfig_OutboundTrafficPolicy_ALLOW_ANY
	}
	m.DefaultProviders = &meshconfig.MeshConfig_DefaultProviders{}
	m.AccessLogFile = "/dev/stdout"
	m.AccessLogEncoding = meshconfig.MeshConfig_JSON
	m.AccessLogFormat = string(must(json.Marshal(accessLog)))
	return m
}

// parseObjects reads the Istio objects of a stream without judging them; Validate judges.
func parseObjects(stream []byte, born func(config.Meta) time.Time) ([]config.Config, error) {
	var out []config.Config
	for _, part := range splitDocuments(stream) {
		var kind crd.IstioKind
		if err := yaml.Unmarshal(part, &kind); err != nil {
			return nil, err
		}
		gvk := kind.GroupVersionKind()
		wanted := resource.FromKubernetesGVK(&gvk)
		schema, known := collections.PilotGatewayAPI().FindByGroupVersionAliasesKind(wanted)
		if !known {
			return nil, fmt.Errorf("%s %s is no Istio object", kind.Kind, kind.Name)
		}
		object, err := crd.ConvertObject(schema, &kind, "cluster.local")
		if err != nil {
			return nil, fmt.Errorf("%s %s/%s: %w", kind.Kind, kind.Namespace, kind.Name, err)
		}
		if object.CreationTimestamp.IsZero() {
			object.CreationTimestamp = born(object.Meta)
		}
		out = append(out, *object)
	}
	return out, nil
}

// ages remembers when an object was first seen: a mesh orders by age, and an object keeps its age across states.
type ages map[string]time.Time

func (a ages) of(m config.Meta) time.Time {
	key := m.GroupVersionKind.String() + m.Namespace + "/" + m.Name
	if _, known := a[key]; !known {
		a[key] = time.Unix(1_700_000_000+int64(len(a)), 0)
	}
	return a[key]
}

// allocateAddresses gives every ServiceEntry without addresses one from the range of istiod's allocator, which runs
// against an API server and so has no part in a fake one. Proxies without DNS capture do not see these addresses.
func allocateAddresses(objects []config.Config) map[string]string {
	vips := map[string]string{}
	for i := range objects {
		entry, ok := objects[i].Spec.(*networking.ServiceEntry)
		if !ok || len(entry.Addresses) > 0 || entry.Resolution == networking.ServiceEntry_NONE {
			continue
		}
		status := &networking.ServiceEntryStatus{}
		for _, host := range entry.Hosts {
			vip := fmt.Sprintf("240.240.%d.%d", len(vips)/250, 1+len(vips)%250)
			status.Addresses = append(status.Addresses, &networking.ServiceEntryAddress{Host: host, Value: vip})
			vips[objects[i].Namespace+"/"+host] = vip
		}
		objects[i].Status = status
	}
	return vips
}

// Compute lets istiod's own code configure every proxy of the world. vips are the addresses for DNS capture.
func Compute(t testing.TB, w *World, objects []config.Config) (map[string]ProxyConfig, map[string]string) {
	vips := allocateAddresses(objects)
	server := xds.NewFakeDiscoveryServer(t, xds.FakeOptions{
		Configs: objects, KubernetesObjects: w.Objects(namespacesOf(objects)), MeshConfig: meshConfig(w.Mesh),
	})
	out := map[string]ProxyConfig{}
	for _, p := range w.proxies() {
		proxy := server.SetupProxy(p)
		listeners := server.Listeners(proxy)
		out[p.ID] = ProxyConfig{
			Name: p.ID, Listeners: listeners, Clusters: server.Clusters(proxy),
			Routes: server.RoutesFromListeners(proxy, listeners), Endpoints: server.Endpoints(proxy),
		}
	}
	return out, vips
}

// proxies are the world's proxies as istiod knows them; the ID is the name alone.
func (w *World) proxies() []*model.Proxy {
	var out []*model.Proxy
	for _, client := range w.Clients {
		out = append(out, w.proxy(client.Name, client.Namespace, client.ServiceAccount, client.IP, client.Labels, model.SidecarProxy, client.DNSCapture))
	}
	for _, gateway := range w.Gateways {
		out = append(out, w.proxy(gateway.Name, gateway.Namespace, gateway.ServiceAccount(), gateway.IP, gateway.Selector, model.Router, false))
	}
	return out
}

func (w *World) proxy(name, namespace, account, ip string, labels map[string]string, kind model.NodeType, capture bool) *model.Proxy {
	version := w.Mesh.IstioVersion
	if version == "" {
		version = "1.30.0"
	}
	return &model.Proxy{
		ID: name, Type: kind, ConfigNamespace: namespace, Labels: labels, IPAddresses: []string{ip},
		DNSDomain: namespace + ".svc.cluster.local",
		Metadata: &model.NodeMetadata{
			Namespace: namespace, Labels: labels, ServiceAccount: account, ClusterID: "Kubernetes",
			IstioVersion: version, DNSCapture: model.StringBool(capture), DNSAutoAllocate: model.StringBool(capture),
		},
	}
}

func namespacesOf(objects []config.Config) []string {
	seen := map[string]bool{}
	for _, object := range objects {
		seen[object.Namespace] = true
	}
	return sortedKeys(seen)
}
