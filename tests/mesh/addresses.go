// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"fmt"
	"net"
	"os"
	"strings"
	"testing"
)

// AddressBlock is a /16 of loopback that belongs to one case: every proxy and every host has an address of its own,
// so whoever is called knows who calls.
type AddressBlock struct {
	prefix string
	lock   net.Listener
}

// NewAddressBlock takes a block that no other case and no other run of the suite uses.
func NewAddressBlock(t testing.TB) *AddressBlock {
	for try := 0; try < 200; try++ {
		prefix := fmt.Sprintf("127.%d", 20+(os.Getpid()+try*7)%220)
		lock, err := net.Listen("tcp4", prefix+".255.1:61999")
		if err == nil {
			t.Cleanup(func() { _ = lock.Close() })
			return &AddressBlock{prefix: prefix, lock: lock}
		}
	}
	t.Fatal("no free block of loopback addresses")
	return nil
}

// Pod is the address of the n-th workload, n from 1 to 250.
func (b *AddressBlock) Pod(n int) string { return fmt.Sprintf("%s.1.%d", b.prefix, n) }

// Beyond is where connections go that no mesh object describes.
func (b *AddressBlock) Beyond() string { return b.prefix + ".2.1" }

// Host is the address of the n-th host on the internet.
func (b *AddressBlock) Host(n int) string {
	return fmt.Sprintf("%s.%d.%d", b.prefix, 16+n/200, 1+n%200)
}

// Contains says whether an address is one of the block's.
func (b *AddressBlock) Contains(ip string) bool { return strings.HasPrefix(ip, b.prefix+".") }
