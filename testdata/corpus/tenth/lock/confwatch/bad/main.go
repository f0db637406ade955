package main

import (
	"fmt"
	"log"
	"strings"

	"tenth/lock/confwatch/bad/config"
	"tenth/lock/confwatch/bad/mailer"
)

var files = []string{
	"mode = test\n",
	"# relay\nmode = test\nmail.host = relay.example\nmail.port = 2525\n",
	"mode = live\nmail.host = relay.example\n",
}

func main() {
	log.SetFlags(0)
	cfg := config.New()
	cfg.Watch("mode", func(ch config.Change) { log.Printf("mode is %s now", ch.New) })
	m := mailer.New(cfg)
	for _, f := range files {
		n, err := cfg.Load(strings.NewReader(f))
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(n, "changes, relay", m.Addr())
	}
}
