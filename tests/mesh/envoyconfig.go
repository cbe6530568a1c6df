// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	proxyprotocol "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/listener/proxy_protocol/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tlsv3 "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	discovery "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
)

// EnvoyFiles is what one Envoy reads from its folder: its clusters, its listeners and a file for each route table.
type EnvoyFiles struct {
	Clusters  []byte
	Listeners []byte
	Routes    map[string][]byte // by route name
}

// adapter turns what istiod computed for a pod into what an Envoy on loopback can run. Only what names the outside
// changes: addresses, the way connections arrive, where certificates and routes are read from.
type adapter struct {
	folder       string
	ip           string
	certificates certificateFiles
	internet     *Internet
	block        *AddressBlock
}

func (a *adapter) files(config ProxyConfig) (EnvoyFiles, error) {
	files := EnvoyFiles{Routes: map[string][]byte{}}
	assignments := map[string]*endpoint.ClusterLoadAssignment{}
	for _, assignment := range config.Endpoints {
		assignments[assignment.ClusterName] = assignment
	}
	clusters := []proto.Message{}
	for _, original := range config.Clusters {
		if strings.HasPrefix(original.Name, "inbound|") || strings.HasPrefix(original.Name, "InboundPassthrough") {
			continue
		}
		c := proto.Clone(original).(*cluster.Cluster)
		if err := a.cluster(c, assignments); err != nil {
			return files, fmt.Errorf("cluster %s: %w", c.Name, err)
		}
		clusters = append(clusters, c)
	}
	listeners := []proto.Message{}
	for _, original := range config.Listeners {
		if original.Name == "virtualInbound" {
			continue
		}
		l := proto.Clone(original).(*listener.Listener)
		if err := a.listener(l); err != nil {
			return files, fmt.Errorf("listener %s: %w", l.Name, err)
		}
		listeners = append(listeners, l)
	}
	files.Clusters, files.Listeners = response(clusters), response(listeners)
	for _, table := range config.Routes {
		files.Routes[table.Name] = response([]proto.Message{table})
	}
	return files, nil
}

// response is a discovery answer whose version is the digest of its content: an unchanged answer is the same bytes.
func response(resources []proto.Message) []byte {
	marshal := proto.MarshalOptions{Deterministic: true}
	answer := &discovery.DiscoveryResponse{}
	sum := sha256.New()
	for _, resource := range resources {
		value := must(marshal.Marshal(resource))
		sum.Write(value)
		answer.Resources = append(answer.Resources, &anypb.Any{
			TypeUrl: "type.googleapis.com/" + string(resource.ProtoReflect().Descriptor().FullName()), Value: value,
		})
	}
	answer.VersionInfo = hex.EncodeToString(sum.Sum(nil))[:16]
	return must(marshal.Marshal(answer))
}

func versionOf(answer []byte) string {
	var r discovery.DiscoveryResponse
	if proto.Unmarshal(answer, &r) != nil {
		return ""
	}
	return r.VersionInfo
}

func (a *adapter) cluster(c *cluster.Cluster, assignments map[string]*endpoint.ClusterLoadAssignment) error {
	switch c.GetType() {
	case cluster.Cluster_EDS:
		name := c.GetEdsClusterConfig().GetServiceName()
		if name == "" {
			name = c.Name
		}
		c.LoadAssignment = proto.Clone(assignments[name]).(*endpoint.ClusterLoadAssignment)
		c.EdsClusterConfig = nil
	case cluster.Cluster_ORIGINAL_DST:
		// whatever no object describes: one address stands for all of it
		c.LoadAssignment = &endpoint.ClusterLoadAssignment{Endpoints: []*endpoint.LocalityLbEndpoints{{
			LbEndpoints: []*endpoint.LbEndpoint{{HostIdentifier: &endpoint.LbEndpoint_Endpoint{
				Endpoint: &endpoint.Endpoint{Address: address(anywhere, 443)}}}},
		}}}
		c.LbPolicy, c.LbConfig = cluster.Cluster_ROUND_ROBIN, nil
	}
	c.ClusterDiscoveryType = &cluster.Cluster_Type{Type: cluster.Cluster_STATIC}
	c.DnsRefreshRate, c.RespectDnsTtl, c.DnsLookupFamily, c.DnsJitter, c.DnsFailureRefreshRate = nil, false, 0, nil, nil
	if c.LoadAssignment != nil {
		c.LoadAssignment.ClusterName = c.Name
	}
	for _, locality := range c.GetLoadAssignment().GetEndpoints() {
		for _, member := range locality.LbEndpoints {
			if err := a.place(member.GetEndpoint().GetAddress().GetSocketAddress()); err != nil {
				return err
			}
			member.GetEndpoint().AdditionalAddresses, member.GetEndpoint().Hostname = nil, ""
		}
	}
	sockets := []*core.TransportSocket{c.TransportSocket}
	for _, match := range c.TransportSocketMatches {
		sockets = append(sockets, match.TransportSocket)
	}
	for _, socket := range sockets {
		if err := a.upstreamTLS(socket); err != nil {
			return err
		}
	}
	return nil
}

// place moves an address that is no pod's to where that host is served here.
func (a *adapter) place(socket *core.SocketAddress) error {
	if socket == nil || a.block.Contains(socket.Address) {
		return nil
	}
	ip, port, err := a.internet.Resolve(socket.Address, int(socket.GetPortValue()))
	if err != nil {
		return err
	}
	socket.Address, socket.PortSpecifier = ip, &core.SocketAddress_PortValue{PortValue: uint32(port)}
	socket.ResolverName = ""
	return nil
}

func address(ip string, port int) *core.Address {
	return &core.Address{Address: &core.Address_SocketAddress{SocketAddress: &core.SocketAddress{
		Address: ip, PortSpecifier: &core.SocketAddress_PortValue{PortValue: uint32(port)}}}}
}

func (a *adapter) listener(l *listener.Listener) error {
	bound := l.BindToPort == nil || l.BindToPort.Value
	if bound {
		l.Address.GetSocketAddress().Address = a.ip
		l.AdditionalAddresses = nil
	}
	if l.Name == "virtualOutbound" {
		// Where a pod has its connections redirected by the kernel, the test client says in a PROXY line where they were going.
		l.ListenerFilters = append([]*listener.ListenerFilter{{
			Name:       "envoy.filters.listener.proxy_protocol",
			ConfigType: &listener.ListenerFilter_TypedConfig{TypedConfig: must(anypb.New(&proxyprotocol.ProxyProtocol{}))},
		}}, without(l.ListenerFilters, "envoy.filters.listener.original_dst")...)
	}
	chains := append([]*listener.FilterChain{}, l.FilterChains...)
	if l.DefaultFilterChain != nil {
		chains = append(chains, l.DefaultFilterChain)
	}
	for _, chain := range chains {
		if err := a.downstreamTLS(chain.TransportSocket); err != nil {
			return err
		}
		for _, filter := range chain.Filters {
			if err := a.routesFromFile(filter); err != nil {
				return err
			}
		}
	}
	return nil
}

func without(filters []*listener.ListenerFilter, name string) []*listener.ListenerFilter {
	var out []*listener.ListenerFilter
	for _, filter := range filters {
		if filter.Name != name {
			out = append(out, filter)
		}
	}
	return out
}

func (a *adapter) routesFromFile(filter *listener.Filter) error {
	manager := &hcm.HttpConnectionManager{}
	if !filter.GetTypedConfig().MessageIs(manager) {
		return nil
	}
	if err := filter.GetTypedConfig().UnmarshalTo(manager); err != nil {
		return err
	}
	if manager.GetRds() == nil {
		return nil
	}
	manager.GetRds().ConfigSource = fromFile(routeFile(a.folder, manager.GetRds().RouteConfigName))
	filter.ConfigType = &listener.Filter_TypedConfig{TypedConfig: must(anypb.New(manager))}
	return nil
}

func fromFile(path string) *core.ConfigSource {
	return &core.ConfigSource{
		ResourceApiVersion: core.ApiVersion_V3,
		ConfigSourceSpecifier: &core.ConfigSource_PathConfigSource{
			PathConfigSource: &core.PathConfigSource{Path: path}},
	}
}

// routeFile is named after a digest: a route name may hold any character.
func routeFile(folder, name string) string {
	sum := sha256.Sum256([]byte(name))
	return filepath.Join(folder, "rds-"+hex.EncodeToString(sum[:8])+".pb")
}

func (a *adapter) upstreamTLS(socket *core.TransportSocket) error {
	context := &tlsv3.UpstreamTlsContext{}
	if socket.GetTypedConfig() == nil || !socket.GetTypedConfig().MessageIs(context) {
		return nil
	}
	if err := socket.GetTypedConfig().UnmarshalTo(context); err != nil {
		return err
	}
	if err := a.secrets(context.CommonTlsContext); err != nil {
		return err
	}
	socket.ConfigType = &core.TransportSocket_TypedConfig{TypedConfig: must(anypb.New(context))}
	return nil
}

func (a *adapter) downstreamTLS(socket *core.TransportSocket) error {
	context := &tlsv3.DownstreamTlsContext{}
	if socket.GetTypedConfig() == nil || !socket.GetTypedConfig().MessageIs(context) {
		return nil
	}
	if err := socket.GetTypedConfig().UnmarshalTo(context); err != nil {
		return err
	}
	if err := a.secrets(context.CommonTlsContext); err != nil {
		return err
	}
	socket.ConfigType = &core.TransportSocket_TypedConfig{TypedConfig: must(anypb.New(context))}
	return nil
}

// secrets puts files in the place of the secrets that the agent beside a proxy would hand out.
func (a *adapter) secrets(context *tlsv3.CommonTlsContext) error {
	for _, secret := range context.TlsCertificateSdsSecretConfigs {
		if secret.Name != "default" {
			return fmt.Errorf("no certificate called %s", secret.Name)
		}
		context.TlsCertificates = append(context.TlsCertificates, &tlsv3.TlsCertificate{
			CertificateChain: dataSource(a.certificates.chain), PrivateKey: dataSource(a.certificates.key)})
	}
	context.TlsCertificateSdsSecretConfigs = nil
	validation := &tlsv3.CertificateValidationContext{}
	var secret *tlsv3.SdsSecretConfig
	if combined := context.GetCombinedValidationContext(); combined != nil {
		if combined.DefaultValidationContext != nil {
			validation = combined.DefaultValidationContext
		}
		secret = combined.ValidationContextSdsSecretConfig
	} else if secret = context.GetValidationContextSdsSecretConfig(); secret == nil {
		return nil
	}
	switch secret.GetName() {
	case "ROOTCA":
		validation.TrustedCa = dataSource(a.certificates.meshRoot)
	case "file-root:system":
		validation.TrustedCa = dataSource(a.certificates.publicRoot)
	default:
		return fmt.Errorf("no root called %s", secret.GetName())
	}
	context.ValidationContextType = &tlsv3.CommonTlsContext_ValidationContext{ValidationContext: validation}
	return nil
}

func dataSource(path string) *core.DataSource {
	return &core.DataSource{Specifier: &core.DataSource_Filename{Filename: path}}
}
