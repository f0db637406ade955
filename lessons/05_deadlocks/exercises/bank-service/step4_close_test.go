package bank

import (
	"errors"
	"net/http"
	"testing"
)

// The disk is slow, and the log is not written yet when the bank is closed.
func TestStep4CloseWritesTheLogToItsEnd(t *testing.T) {
	o := open(t, slowDisk(), 100, 100)
	transfer := o.transfer(1, 2, 30)
	o.untilStill()
	closing := o.close()
	o.untilStill()
	if closing.ended() {
		t.Errorf("the disk has not written the log yet, and Close has returned")
	}
	o.disk.goOn()
	o.moved("the bank was closed just after a transfer", transfer)
	o.wait("the bank was closed while the disk was slow", closing)
	o.untilStill()
	if closing.err != nil {
		t.Errorf("the disk has written everything, and Close returned the error: %v", closing.err)
	}
	if missing := o.missing(1); missing != "" {
		t.Errorf("the bank is closed, and %s", missing)
	}
}

// A transfer has begun, and waits for account 1, when the bank is closed.
func TestStep4CloseWaitsForTransfersOnTheirWay(t *testing.T) {
	const story = "a transfer of 30 was on its way when the bank was closed"
	o := open(t, &disk{}, 100, 100)
	release := o.hold(1)
	transfer := o.transfer(1, 2, 30)
	o.untilStill()
	closing := o.close()
	o.untilStill()
	early := closing.ended()
	release()
	o.wait(story, transfer, closing)
	o.untilStill()
	lines, left := o.disk.lines(), o.customer[1].Balance()
	switch {
	case left == 70 && len(lines) == 0:
		t.Errorf("%s. The money has moved, and the log does not tell of it", story)
	case left == 100 && len(lines) > 0:
		t.Errorf("%s. The money has not moved, and the log says %q", story, lines)
	case (left == 70) != (transfer.code == http.StatusNoContent):
		t.Errorf("%s. It was answered with %d, and account 1, which had 100, has %d", story, transfer.code, left)
	}
	if early {
		t.Errorf("%s, and Close did not wait for it", story)
	}
}

func TestStep4AClosedBankMovesNothing(t *testing.T) {
	o := open(t, &disk{}, 100, 100)
	closing := o.close()
	o.wait("a bank was closed on which nobody had called", closing)
	for _, request := range []string{"GET /accounts/1", "GET /statement", "POST /transfers"} {
		call := o.send(request, `{"from": 1, "to": 2, "amount": 30}`)
		o.wait(request+" came when the bank was closed", call)
		if call.code != http.StatusServiceUnavailable {
			t.Errorf("%s came when the bank was closed, and was answered with %d %s; want %d", request, call.code, call.body, http.StatusServiceUnavailable)
		}
	}
	if left := o.customer[1].Balance(); left != 100 {
		t.Errorf("a transfer of 30 came when the bank was closed, and account 1, which had 100, has %d", left)
	}
}

// A signal and an operator close the bank at the same moment, and then once more.
func TestStep4ClosingTwiceIsHarmless(t *testing.T) {
	o := open(t, slowDisk(), 100, 100)
	transfer := o.transfer(1, 2, 30)
	o.untilStill()
	one, two := o.close(), o.close()
	o.untilStill()
	if one.ended() || two.ended() {
		t.Errorf("two goroutines have called Close. The disk has not written the log yet, and a Close has returned")
	}
	o.disk.goOn()
	o.wait("two goroutines have called Close", one, two)
	three := o.close()
	o.wait("a closed bank was closed again", transfer, three)
	for _, closing := range []*call{one, two, three} {
		if closing.err != nil {
			t.Errorf("the disk has written everything, and one of three calls of Close returned the error: %v", closing.err)
		}
	}
}

func TestStep4CloseTellsWhatTheDiskRefused(t *testing.T) {
	o := open(t, &disk{full: 1 << 30}, 100, 100)
	for range 3 {
		o.moved("the disk is full, and a transfer began", o.transfer(1, 2, 1))
	}
	for _, when := range []string{"first", "second"} {
		closing := o.close()
		o.wait("the disk is full, and the bank was closed", closing)
		if !errors.Is(closing.err, errFull) {
			t.Errorf("the disk has refused every entry, and the %s call of Close returned the error %v; want %q", when, closing.err, errFull)
		}
	}
}

func TestStep4NobodyIsLeft(t *testing.T) {
	o := open(t, &disk{}, 100, 100)
	o.moved("a transfer began", o.transfer(1, 2, 1))
	closing := o.close()
	o.wait("the bank was closed", closing)
	o.untilStill()
	if left, _ := since(o.before); len(left) > 0 {
		t.Errorf("the bank is closed, and these goroutines are still there:\n  %s", places(left))
	}
}
