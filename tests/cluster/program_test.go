// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// call is one run of the program under test, or of kubectl.
type call struct {
	folder      string   // its HOME, and where its files are
	environment []string // besides HOME and PATH
}

type result struct {
	status   int
	out, err string
}

func (r result) text() string { return r.out + r.err }

// programPath is the program under test: $SALLYPORT_PROGRAM, or that of the developers' build.
func programPath() string {
	if program, found := os.LookupEnv("SALLYPORT_PROGRAM"); found {
		return program
	}
	return filepath.Join(suiteFolder(), "..", "..", "build", "dev", "sallyport")
}

func newCall(t testing.TB) call { return call{folder: t.TempDir()} }

// as makes it use the kubeconfig of a user of the server.
func (c call) as(user string) call {
	c.environment = append(c.environment[:len(c.environment):len(c.environment)], "KUBECONFIG="+running.kubeconfig(user))
	return c
}

func (c call) write(name, text string) string {
	path := filepath.Join(c.folder, name)
	check(os.MkdirAll(filepath.Dir(path), 0o700))
	check(os.WriteFile(path, []byte(text), 0o700))
	return path
}

func (c call) command(ctx context.Context, program string, arguments ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, program, arguments...)
	command.Dir = c.folder
	command.Env = append([]string{"HOME=" + c.folder, "PATH=" + os.Getenv("PATH"), "TERM=dumb"}, c.environment...)
	return command
}

// run waits for the end, for a minute at most.
func (c call) run(t testing.TB, program string, arguments ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	command := c.command(ctx, program, arguments...)
	var out, err bytes.Buffer
	command.Stdout, command.Stderr = &out, &err
	failure := command.Run()
	if ctx.Err() != nil {
		t.Fatalf("%s %v did not end within a minute:\n%s%s", filepath.Base(program), arguments, out.String(), err.String())
	}
	if _, ended := failure.(*exec.ExitError); failure != nil && !ended {
		t.Fatal(failure)
	}
	return result{status: command.ProcessState.ExitCode(), out: out.String(), err: err.String()}
}

func (c call) sallyport(t testing.TB, arguments ...string) result {
	t.Helper()
	return c.run(t, programPath(), arguments...)
}

func (c call) kubectl(t testing.TB, arguments ...string) result {
	t.Helper()
	return c.run(t, filepath.Join(running.assets, "kubectl"), arguments...)
}

// expect runs the program and wants this exit status.
func (c call) expect(t testing.TB, status int, arguments ...string) result {
	t.Helper()
	r := c.sallyport(t, arguments...)
	if r.status != status {
		t.Fatalf("sallyport %v: exit status %d instead of %d\n%s", arguments, r.status, status, r.text())
	}
	return r
}
