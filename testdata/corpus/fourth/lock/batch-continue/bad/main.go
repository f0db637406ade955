package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
)

const input = `
deposit ann 500
deposit bob 20
withdraw bob 50
pay ann bob 120
close cid
withdraw ann 10
close bob
pay ann bob 5
deposit ann 1
`

type operation struct {
	verb   string
	who    string
	whom   string
	amount int
}

func parse(line string) (op operation, err error) {
	f := strings.Fields(line)
	if len(f) < 2 {
		return op, fmt.Errorf("short line %q", line)
	}
	op.verb, op.who = f[0], f[1]
	switch op.verb {
	case "close":
		return op, nil
	case "pay":
		if len(f) != 4 {
			return op, fmt.Errorf("pay: want 4 words, not %d", len(f))
		}
		op.whom = f[2]
	}
	op.amount, err = strconv.Atoi(f[len(f)-1])
	return op, err
}

type bank struct {
	mu       sync.Mutex
	balance  map[string]int
	closed   map[string]bool
	rejected []string
}

func newBank() *bank {
	return &bank{balance: map[string]int{}, closed: map[string]bool{}}
}

// reject notes an operation that cannot be done. b.mu is held.
func (b *bank) reject(op operation, why string) {
	b.rejected = append(b.rejected, fmt.Sprintf("%s %s: %s", op.verb, op.who, why))
}

// clerk books operations until there are no more
func (b *bank) clerk(ops <-chan operation) {
	for op := range ops {
		b.mu.Lock() // BUG: missing-unlock
		if b.closed[op.who] {
			b.reject(op, "account closed")
			b.mu.Unlock()
			continue
		}
		switch op.verb {
		case "deposit":
			b.balance[op.who] += op.amount
		case "withdraw", "pay":
			if b.balance[op.who] < op.amount {
				b.reject(op, "insufficient funds")
				continue // BUG: missing-unlock
			}
			b.balance[op.who] -= op.amount
			if op.verb == "pay" {
				b.balance[op.whom] += op.amount
			}
		case "close":
			if _, ok := b.balance[op.who]; !ok {
				b.reject(op, "no such account")
				break
			}
			b.closed[op.who] = true
		default:
			b.reject(op, "what?")
		}
		b.mu.Unlock()
	}
}

func main() {
	b := newBank()
	ops := make(chan operation)
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Add(1)
		go func() {
			defer clerks.Done()
			b.clerk(ops)
		}()
	}

	sc := bufio.NewScanner(strings.NewReader(input))
	for sc.Scan() {
		if sc.Text() == "" {
			continue
		}
		op, err := parse(sc.Text())
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		ops <- op
	}
	close(ops)
	clerks.Wait()

	fmt.Println(len(b.balance), "accounts,", len(b.closed), "closed")
	for _, r := range b.rejected {
		fmt.Println("rejected:", r)
	}
}
