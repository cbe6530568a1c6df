// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"fmt"
	"os"
	"syscall"
	"testing"
	"time"

	istiolog "istio.io/istio/pkg/log"
)

// settings of istiod that switch off what only Istio's own build of Envoy understands; it reads them when it starts
var settings = map[string]string{
	"PILOT_ENABLE_METADATA_EXCHANGE": "false",
	"PILOT_ENABLE_ALPN_FILTER":       "false",
	"PILOT_ENABLE_TELEMETRY_LABEL":   "false",
	"PILOT_ENDPOINT_TELEMETRY_LABEL": "false",
}

func TestMain(m *testing.M) {
	for name, value := range settings {
		if os.Getenv(name) != value {
			for name, value := range settings {
				_ = os.Setenv(name, value)
			}
			_ = syscall.Exec(must(os.Executable()), os.Args, os.Environ())
		}
	}
	for _, scope := range istiolog.Scopes() {
		scope.SetOutputLevel(istiolog.NoneLevel)
	}
	status := m.Run()
	if tally.Compared > 0 {
		fmt.Println("trace:", &tally)
	}
	os.Exit(status)
}

// TestCases runs every file of cases/, or those of CASES (a list of glob patterns).
func TestCases(t *testing.T) {
	pattern := os.Getenv("CASES")
	if pattern == "" {
		pattern = "cases/*.yaml"
	}
	files := caseFiles(pattern)
	if len(files) == 0 {
		t.Fatalf("no case matches %s", pattern)
	}
	for _, file := range files {
		c, err := LoadCase(file)
		if err != nil {
			t.Error(err)
			continue
		}
		t.Run(c.Name, func(t *testing.T) { runCase(t, c) })
	}
}

func runCase(t *testing.T, c *Case) {
	lab := NewLab(t, c)
	for _, state := range c.States {
		t.Run(state.Name, func(t *testing.T) { runState(t, lab, state) })
	}
}

func runState(t *testing.T, lab *Lab, state State) {
	lab.Enter(t, state)
	for _, message := range lab.Unexpected(state) {
		t.Errorf("Istio says: %s", message)
	}
	var outcomes []Outcome
	for _, request := range state.Requests {
		begin := time.Now()
		out := lab.Ask(request)
		outcomes = append(outcomes, out)
		for _, wrong := range lab.Judge(request, out) {
			t.Errorf("%s: %s", request.Label(), wrong)
		}
		if testing.Verbose() {
			spent := time.Since(begin).Milliseconds()
			t.Logf("· %4d ms  %-60s %s%s", spent, request.Label(), out, lab.explain(out))
		}
	}
	if !state.WhileDraining {
		judgeTraces(t, lab, state.Requests, outcomes)
	}
}
