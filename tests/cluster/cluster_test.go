// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var running *server

func TestMain(m *testing.M) {
	os.Exit(runWithServer(m))
}

func runWithServer(m *testing.M) int {
	folder := must(os.MkdirTemp("", "sallyport-cluster-"))
	defer os.RemoveAll(folder)
	s, err := startServer(folder, assetsFolder())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer s.stop()
	running = s
	return m.Run()
}

// TestPrograms runs the tests of core/kube and of the command line that need a server; without one they skip themselves.
func TestPrograms(t *testing.T) {
	programs := must(filepath.Glob(filepath.Join(filepath.Dir(programPath()), "tests", "kube", "tst_cluster*")))
	if len(programs) == 0 {
		t.Fatal("there is no test program to run against the server")
	}
	for _, path := range programs {
		t.Run(filepath.Base(path), func(t *testing.T) { runProgram(t, path) })
	}
}

var outcome = regexp.MustCompile(`(?m)^(PASS|FAIL!|SKIP) *: \w+::(\w+\([^)]*\))(.*(?:\n  .*)*)`)

// runProgram makes a subtest of every function of a Qt test program.
func runProgram(t *testing.T, path string) {
	command := exec.Command(path, "-maxwarnings", "0")
	command.Env = append(os.Environ(), append(running.environment(), "SALLYPORT_PROGRAM="+programPath(), "QT_QPA_PLATFORM=offscreen")...)
	output, err := command.CombinedOutput()
	failed := false
	for _, match := range outcome.FindAllStringSubmatch(string(output), -1) {
		t.Run(match[2], func(t *testing.T) {
			switch match[1] {
			case "FAIL!":
				failed = true
				t.Error(strings.TrimSpace(match[3]))
			case "SKIP":
				t.Skip(strings.TrimSpace(match[3]))
			}
		})
	}
	if err != nil && !failed {
		t.Errorf("%v\n%s", err, output)
	}
}
