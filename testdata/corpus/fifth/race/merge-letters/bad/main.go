package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"sync"
	"text/template"
)

const addresses = `Ada;Lundgade 4;120
Bo;Havnevej 2;80
Cleo;Skovsti 9;0
Dan;Torvet 1;45`

type letter struct {
	Name, Street, Amount string
}

var tmpl = template.Must(template.New("l").Parse("Dear {{.Name}}, {{.Street}}: you owe {{.Amount}}.\n"))

func main() {
	sc := bufio.NewScanner(strings.NewReader(addresses))
	var (
		wg  sync.WaitGroup
		mu  sync.Mutex
		out []string
	)
	var rec letter // BUG: loop-var-capture
	for sc.Scan() {
		f := strings.SplitN(sc.Text(), ";", 3)
		if len(f) != 3 {
			fmt.Fprintln(os.Stderr, "skipped:", sc.Text())
			continue
		}
		rec = letter{f[0], f[1], f[2]} // BUG: loop-var-capture
		wg.Add(1)
		go func() { // BUG: loop-var-capture
			defer wg.Done()
			var b strings.Builder
			if err := tmpl.Execute(&b, rec); err != nil { // BUG: loop-var-capture
				fmt.Fprintln(os.Stderr, err)
				return
			}
			mu.Lock()
			out = append(out, b.String())
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(len(out), "letters")
}
