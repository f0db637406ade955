package main

import (
	"fmt"
	"time"

	"tenth/waitgroup/fleet/bad/fleet"
	"tenth/waitgroup/fleet/bad/probe"
)

func main() {
	maintenance := map[string]bool{"web3": true}
	c := fleet.New(probe.Fake{Unit: time.Millisecond}, 3, func(h string) bool { return maintenance[h] })
	rounds := [][]string{
		{"web1", "web2", "slow1", "down1"},
		{"web1", "web2", "web3", "down1", "down2"},
	}
	for i, hosts := range rounds {
		rep := c.Round(hosts)
		fmt.Println("round", i, rep.Healthy, len(rep.Down), "down", rep.Skipped, "skipped", rep.Slowest)
	}
}
