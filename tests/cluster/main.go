// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

// An API server for tests and for trying things out: `go run . FOLDER` starts one in a folder, prints how to reach it and runs
// until it is ended. `go run . bench FOLDER PROGRAM RUNS SIZE...` measures the program beside kubectl on such a server.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
)

func main() {
	measures := len(os.Args) > 5 && os.Args[1] == "bench"
	if len(os.Args) != 2 && !measures {
		fmt.Fprintln(os.Stderr, "usage: go run . FOLDER\n       go run . bench FOLDER PROGRAM RUNS SIZE...")
		os.Exit(2)
	}
	folder := os.Args[1]
	if measures {
		folder = os.Args[2]
	}
	folder = must(filepath.Abs(folder))
	check(os.RemoveAll(folder))
	check(os.MkdirAll(folder, 0o700))
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	s, err := startServer(folder, assetsFolder())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer s.stop()
	if measures {
		var sizes []int
		for _, word := range os.Args[5:] {
			sizes = append(sizes, must(strconv.Atoi(word)))
		}
		benchmark(s, must(filepath.Abs(os.Args[3])), sizes, must(strconv.Atoi(os.Args[4])))
		return
	}
	for _, line := range s.environment() {
		fmt.Println("export " + line)
	}
	check(os.WriteFile(filepath.Join(folder, "ready"), nil, 0o600))
	<-ended
}

// environment is how tests find the server.
func (s *server) environment() []string {
	return []string{
		"SALLYPORT_TEST_KUBECONFIG=" + s.kubeconfig("admin"),
		"SALLYPORT_TEST_KUBECTL=" + filepath.Join(s.assets, "kubectl"),
	}
}

// assetsFolder is where prepare put the programs, or $KUBEBUILDER_ASSETS.
func assetsFolder() string {
	if folder := os.Getenv("KUBEBUILDER_ASSETS"); folder != "" {
		return folder
	}
	return filepath.Join(suiteFolder(), "..", "..", "build", "deps", "kubernetes")
}
