// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"
)

// meshHeaders must never reach a host: they describe the mesh, not the request.
var meshHeaders = []string{
	"X-Forwarded-Client-Cert", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Envoy-Attempt-Count",
	"X-Envoy-Decorator-Operation", "X-Envoy-External-Address", "X-Envoy-Internal", "X-Envoy-Peer-Metadata",
	"X-Envoy-Peer-Metadata-Id", "X-Envoy-Original-Dst-Host",
}

// Judge compares an outcome with what the case expects; nothing returned means all is as it must be.
func (l *Lab) Judge(r Request, out Outcome) []string {
	var wrong []string
	say := func(format string, values ...any) { wrong = append(wrong, fmt.Sprintf(format, values...)) }
	want := r.Expect
	if !answered(want, out) {
		say("got %s, expected %s%s", out, expectation(want), l.explain(out))
	}
	if want.Body != "" && !strings.Contains(out.Body, want.Body) {
		say("the answer %q does not hold %q", shorten(out.Body), want.Body)
	}
	if out.GRPC != want.GRPC {
		say("grpc-status is %q, expected %q", out.GRPC, want.GRPC)
	}
	if want.Because != "" && !l.mentions(out, want.Because) {
		say("no proxy says %q:%s", want.Because, l.explain(out))
	}
	requests := 0
	for _, visit := range out.Visits {
		caller := l.World.NameOf(visit.Source)
		if l.World.Gateway(caller) == nil && want.Via != "direct" {
			say("%s reached %s:%d itself, past every gateway", caller, visit.At, visit.Port)
		}
		if visit.Protocol != "" {
			requests++
		}
	}
	if served(want, out) {
		wrong = append(wrong, l.judgeVisit(r, out)...)
	} else if requests > 0 {
		say("a refused request reached the host %d times", requests)
	}
	return wrong
}

func answered(want Expect, out Outcome) bool {
	if len(want.AnyOf) > 0 {
		return slices.ContainsFunc(want.AnyOf, func(status int) bool {
			return status == 0 && out.Closed && out.Status == 0 || status != 0 && status == out.Status
		})
	}
	if want.Closed {
		return out.Closed && out.Status == 0
	}
	return out.Status == want.Status
}

// served says that the host itself is to answer, or may and did.
func served(want Expect, out Outcome) bool {
	if want.Unheard || want.GRPC != "" && want.GRPC != "0" {
		return false
	}
	return want.Status == 200 || want.Status == 101 || out.Status == 200 && slices.Contains(want.AnyOf, 200)
}

func expectation(want Expect) string {
	switch {
	case len(want.AnyOf) > 0:
		return fmt.Sprint("any of ", want.AnyOf)
	case want.Closed:
		return "closed"
	}
	return strconv.Itoa(want.Status)
}

// judgeVisit checks what the host saw of a request that it answered.
func (l *Lab) judgeVisit(r Request, out Outcome) []string {
	visits := slices.DeleteFunc(slices.Clone(out.Visits), func(v Visit) bool { return v.Protocol == "" })
	if len(visits) != 1 {
		return []string{fmt.Sprintf("the host was asked %d times, expected once", len(visits))}
	}
	to, err := parseTarget(r.URL)
	if err != nil {
		return []string{err.Error()}
	}
	visit := visits[0]
	wrong := compareVisit(wantedVisit(r, to), visit, to)
	wrong = append(wrong, l.judgeRoad(r, out, visit)...)
	if to.scheme == "http" && r.Expect.Via != "direct" {
		for _, name := range meshHeaders {
			values := visit.Headers[name]
			if leaks := strings.EqualFold(name, r.Expect.Leaks); leaks && len(values) == 0 {
				wrong = append(wrong, "the host did not see "+name)
			} else if !leaks && len(values) > 0 {
				wrong = append(wrong, fmt.Sprintf("the host saw %s: %s", name, strings.Join(values, ", ")))
			}
		}
	}
	return wrong
}

// wantedVisit completes the case's words by what follows from the URL.
func wantedVisit(r Request, to target) ExpectOrigin {
	want := ExpectOrigin{}
	if r.Expect.Origin != nil {
		want = *r.Expect.Origin
	}
	if want.At == "" {
		want.At = to.host
	}
	if want.Port == 0 {
		want.Port = to.port
	}
	if want.Host == "" {
		want.Host = to.host
	}
	if want.TLS == nil {
		secure := to.scheme == "https"
		want.TLS = &secure
	}
	if want.SNI == "" && *want.TLS {
		want.SNI = to.host
		if to.scheme == "https" && r.SNI != "" {
			want.SNI = r.SNI
		}
	}
	if want.Protocol == "" {
		want.Protocol = "HTTP/1.1"
		if to.h2 {
			want.Protocol = "HTTP/2.0"
		}
		if to.scheme == "tcp" {
			want.Protocol = "tcp"
		}
	}
	return want
}

func compareVisit(want ExpectOrigin, visit Visit, to target) []string {
	var wrong []string
	check := func(what string, got, wanted any) {
		if got != wanted {
			wrong = append(wrong, fmt.Sprintf("the host's %s is %v, expected %v", what, got, wanted))
		}
	}
	check("name", visit.At, want.At)
	check("port", visit.Port, want.Port)
	check("protocol", visit.Protocol, want.Protocol)
	check("TLS", visit.TLS, *want.TLS)
	check("SNI", visit.SNI, want.SNI)
	if want.ALPN != "" {
		check("ALPN", visit.ALPN, want.ALPN)
	}
	if to.scheme != "tcp" {
		host := visit.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		check("Host", host, want.Host)
		check("path", visit.Path, strings.SplitN(to.path, "?", 2)[0])
	}
	for name, value := range want.Headers {
		check("header "+name, strings.Join(visit.Headers.Values(name), ", "), value)
	}
	return wrong
}

// judgeRoad checks the way that a served request took: the gateway, its port, and mutual TLS with the client's identity.
func (l *Lab) judgeRoad(r Request, out Outcome, visit Visit) []string {
	source := l.World.NameOf(visit.Source)
	if r.Expect.Via == "direct" {
		if source != r.From {
			return []string{fmt.Sprintf("the host was called by %q, expected %s itself", source, r.From)}
		}
		return nil
	}
	name, port, hasPort := strings.Cut(r.Expect.Via, ":")
	if name == "" {
		if len(l.World.Gateways) > 1 {
			return []string{"several gateways: the case must say via which"}
		}
		name = l.World.Gateways[0].Name
	}
	if source != name {
		return []string{fmt.Sprintf("the host was called by %q, expected %s", source, name)}
	}
	if !hasPort {
		return nil
	}
	number, _ := strconv.Atoi(port)
	client := l.World.Client(r.From)
	identity := "spiffe://cluster.local/ns/" + client.Namespace + "/sa/" + client.ServiceAccount
	for _, line := range out.Lines {
		if line.Proxy != name || line.Text["cluster"] == "" {
			continue
		}
		_, local, _ := net.SplitHostPort(line.Text["local"])
		if local == strconv.Itoa(l.World.Gateway(name).TargetPort(number)) && line.Text["peer"] == identity && line.Text["tls"] != "" {
			return nil
		}
		return []string{fmt.Sprintf("gateway %s got it on %s from %q (%s), expected port %d from %s",
			name, line.Text["local"], line.Text["peer"], line.Text["tls"], l.World.Gateway(name).TargetPort(number), identity)}
	}
	return []string{"gateway " + name + " did not write the request down"}
}

func (l *Lab) mentions(out Outcome, part string) bool {
	return strings.Contains(l.explain(out), part)
}

// explain is what the proxies wrote about a request.
func (l *Lab) explain(out Outcome) string {
	var parts []string
	if out.Problem != "" && out.Closed {
		parts = append(parts, "client: "+out.Problem)
	}
	for _, line := range out.Lines {
		text := line.Proxy + ":"
		for _, key := range []string{"code", "flags", "details", "termination", "transport", "cluster", "sni"} {
			if value := line.Text[key]; value != "" && value != "-" && !(key == "code" && value == "0") {
				text += " " + key + "=" + value
			}
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

func shorten(text string) string {
	if len(text) > 200 {
		return text[:200] + "…"
	}
	return text
}
