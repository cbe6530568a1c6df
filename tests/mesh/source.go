// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"fmt"
	"os/exec"
	"strings"
)

// istioSource is the folder of the Istio module, for the data files that it carries beside its packages.
func istioSource() (string, error) {
	out, err := exec.Command("go", "list", "-mod=readonly", "-m", "-f", "{{.Dir}}", "istio.io/istio").Output()
	if err != nil {
		return "", fmt.Errorf("where is the Istio module: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}
