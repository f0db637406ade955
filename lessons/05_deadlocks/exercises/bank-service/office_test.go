package bank

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
)

// An office is the bank of one test. Its clients are goroutines that call
// ServeHTTP, as a server does; there is no port and no network.
type office struct {
	*Service
	t        *testing.T
	disk     *disk
	customer []*Account // customer[1] has account 1
	balances []int      // as they were at first, by number
	before   map[string]string
}

// open opens a bank with accounts 1, 2, 3 and so on. It is closed when the test ends.
func open(t *testing.T, disk *disk, balances ...int) *office {
	t.Helper()
	if runaway.Load() {
		t.Skip("goroutines of an earlier test still run and get nowhere; they would be in the way")
	}
	o := &office{t: t, disk: disk, customer: []*Account{nil}, balances: append([]int{0}, balances...), before: goroutines()}
	for i, balance := range balances {
		o.customer = append(o.customer, Open(i+1, fmt.Sprint("customer ", i+1), balance))
	}
	o.Service = New(disk, o.customer[1:]...)
	t.Cleanup(func() {
		disk.goOn()
		if closing := o.close(); !t.Failed() {
			o.hangs(closing) // what Close has to do is for the tests of step 4 to say
		}
	})
	return o
}

// A call is something that a client, or the owner of the bank, has begun.
type call struct {
	done     chan struct{}
	code     int    // the reply's code, after done
	body     string // the reply's body, after done
	err      error  // what Close returned, after done
	panicked any    // after done; net/http would write it to the server's log and go on
}

func begin(f func(c *call)) *call {
	c := &call{done: make(chan struct{})}
	go func() {
		defer close(c.done)
		defer func() { c.panicked = recover() }()
		f(c)
	}()
	return c
}

func (c *call) ended() bool {
	select {
	case <-c.done:
		return true
	default:
		return false
	}
}

// send sends a request such as "GET /statement".
func (o *office) send(request, body string) *call {
	method, target, _ := strings.Cut(request, " ")
	return begin(func(c *call) {
		reply := httptest.NewRecorder()
		o.ServeHTTP(reply, httptest.NewRequest(method, target, strings.NewReader(body)))
		c.code, c.body = reply.Code, strings.TrimSpace(reply.Body.String())
	})
}

// transfer sends an order to move money.
func (o *office) transfer(from, to, amount int) *call {
	return o.send("POST /transfers", fmt.Sprintf(`{"from": %d, "to": %d, "amount": %d}`, from, to, amount))
}

func (o *office) close() *call { return begin(func(c *call) { c.err = o.Close() }) }

// hangs waits until all calls have ended and returns "", or says where they hang.
func (o *office) hangs(calls ...*call) (where string) {
	return hangs(func() bool { return !slices.ContainsFunc(calls, func(c *call) bool { return !c.ended() }) }, o.before)
}

// untilStill returns when every goroutine of the bank waits or has ended.
func (o *office) untilStill() {
	o.t.Helper()
	if where := untilStill(o.before); where != "" {
		o.t.Fatal(where)
	}
}

// hold takes an account, so that everybody who needs it waits until release is called.
func (o *office) hold(number int) (release func()) {
	account := o.customer[number]
	release = sync.OnceFunc(account.mu.Unlock)
	account.mu.Lock()
	o.t.Cleanup(release)
	return release
}

// wait waits until all calls have ended. If they never do, or if one of them
// panics, it ends the test in these words.
func (o *office) wait(story string, calls ...*call) {
	o.t.Helper()
	if where := o.hangs(calls...); where != "" {
		o.t.Fatalf("%s, and that never ends. %s", story, where)
	}
	for _, c := range calls {
		if c.panicked != nil {
			o.t.Fatalf("%s, and the code panicked: %v", story, c.panicked)
		}
	}
}

// moved waits for transfers and wants all of them to be carried out.
func (o *office) moved(story string, transfers ...*call) {
	o.t.Helper()
	o.wait(story, transfers...)
	for _, c := range transfers {
		if c.code != http.StatusNoContent {
			o.t.Fatalf("%s, and a transfer was answered with %d %s; want %d", story, c.code, c.body, http.StatusNoContent)
		}
	}
}

// total reads a reply to GET /statement and returns the sum of its accounts.
func (c *call) total(t *testing.T) int {
	t.Helper()
	var st Statement
	if err := json.Unmarshal([]byte(c.body), &st); c.code != http.StatusOK || err != nil {
		t.Fatalf("GET /statement was answered with %d %s", c.code, c.body)
	}
	sum := 0
	for _, line := range st.Accounts {
		sum += line.Balance
	}
	if sum != st.Total {
		t.Errorf("the statement says %d in total, and its accounts sum up to %d: %s", st.Total, sum, c.body)
	}
	return sum
}

// missing says which of the transfers are not in the log exactly once; "" is right.
func (o *office) missing(transfers int) string {
	lines, times := o.disk.lines(), make(map[int]int)
	for _, line := range lines {
		var number int
		fmt.Sscanf(line, "%d:", &number)
		times[number]++
	}
	var none, twice []string
	for number := 1; number <= transfers; number++ {
		switch {
		case times[number] == 0:
			none = append(none, fmt.Sprint(number))
		case times[number] > 1:
			twice = append(twice, fmt.Sprint(number))
		}
	}
	story := fmt.Sprintf("the log does not tell of every transfer once: %d were made, and it tells of %d", transfers, len(lines))
	switch {
	case len(none) > 0:
		return story + "; missing are " + shortened(none)
	case len(twice) > 0:
		return story + "; more than once it has " + shortened(twice)
	case len(lines) != transfers:
		return story
	}
	return ""
}

func shortened(numbers []string) string {
	if len(numbers) > 6 {
		return strings.Join(numbers[:5], ", ") + fmt.Sprint(" and ", len(numbers)-5, " more")
	}
	return strings.Join(numbers, ", ")
}

// untrue says which line of the log tells of balances that never were; "" is right.
func (o *office) untrue() string {
	type entry struct{ number, amount, from, to, leftFrom, leftTo int }
	var entries []entry
	for _, line := range o.disk.lines() {
		var e entry
		const form = "%d: %d from %d to %d, leaving %d and %d"
		n, err := fmt.Sscanf(line, form, &e.number, &e.amount, &e.from, &e.to, &e.leftFrom, &e.leftTo)
		if err != nil || n != 6 || max(e.from, e.to) >= len(o.balances) || min(e.from, e.to) < 1 {
			return fmt.Sprintf("the log has the line %q", line)
		}
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int { return a.number - b.number })
	balances := slices.Clone(o.balances)
	for _, e := range entries {
		balances[e.from] -= e.amount
		balances[e.to] += e.amount
		if e.leftFrom != balances[e.from] || e.leftTo != balances[e.to] {
			return fmt.Sprintf("line %d of the log says that %d from %d to %d left %d and %d; when this money moved it left %d and %d",
				e.number, e.amount, e.from, e.to, e.leftFrom, e.leftTo, balances[e.from], balances[e.to])
		}
	}
	return ""
}

var errFull = errors.New("the disk is full")

// A disk is where the log is written. The test can make it slow, or full.
type disk struct {
	held chan struct{} // if there is one, each Write waits until it is closed

	mu       sync.Mutex // guards the rest
	full     int        // how many writes it will refuse
	written  bytes.Buffer
	writing  int // calls of Write that have not returned
	together int // the most of them at one time
}

// slowDisk returns a disk on which no Write ends before goOn.
func slowDisk() *disk { return &disk{held: make(chan struct{})} }

func (d *disk) goOn() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.held != nil && !isClosed(d.held) {
		close(d.held)
	}
}

func isClosed(event chan struct{}) bool {
	select {
	case <-event:
		return true
	default:
		return false
	}
}

func (d *disk) Write(p []byte) (int, error) {
	d.count(1)
	defer d.count(-1)
	if d.held != nil {
		<-d.held
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.full > 0 {
		d.full--
		return 0, errFull
	}
	return d.written.Write(p)
}

func (d *disk) count(change int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.writing += change
	d.together = max(d.together, d.writing)
}

// most returns how many goroutines have written at one time.
func (d *disk) most() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.together
}

// lines returns what is written so far.
func (d *disk) lines() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.DeleteFunc(strings.Split(d.written.String(), "\n"), func(line string) bool { return line == "" })
}
