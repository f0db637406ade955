package bank

import (
	"net/http"
	"testing"
)

// busy begins many transfers of 1 from account 1 to 2, on a disk that is slow,
// and returns when all of them wait or have ended.
func busy(t *testing.T, many int) (*office, []*call) {
	o := open(t, slowDisk(), 1000, 0)
	var transfers []*call
	for range many {
		transfers = append(transfers, o.transfer(1, 2, 1))
	}
	o.untilStill()
	return o, transfers
}

func TestStep2NoEntryIsLost(t *testing.T) {
	o, transfers := busy(t, 5)
	o.disk.goOn()
	o.moved("the disk was slow while five transfers began, and goes on now", transfers...)
	o.untilStill()
	if missing := o.missing(5); missing != "" {
		t.Error("the disk was slow for a while. Now it has written, and " + missing)
	}
}

func TestStep2AnEntryTellsOfItsOwnMoment(t *testing.T) {
	o, transfers := busy(t, 5)
	o.disk.goOn()
	o.moved("the disk was slow while five transfers began, and goes on now", transfers...)
	o.untilStill()
	if missing := o.missing(5); missing != "" {
		t.Error("what the log says cannot be compared with what happened: " + missing)
	} else if untrue := o.untrue(); untrue != "" {
		t.Error(untrue)
	}
}

// While the disk is slow, transfers may wait for it. Those who only ask do not.
func TestStep2ASlowDiskHoldsNoAccount(t *testing.T) {
	const many = 300
	o, transfers := busy(t, many)
	for _, request := range []string{"GET /accounts/1", "GET /accounts/2"} {
		look := o.send(request, "")
		if where := o.hangs(look); where != "" {
			t.Fatalf("the disk is slow, and %d transfers have begun. %s is not answered: somebody waits for the disk and holds the account meanwhile. %s", many, request, where)
		}
	}
	o.disk.goOn()
	o.moved("the disk was slow while 300 transfers began, and goes on now", transfers...)
	o.untilStill()
	if missing := o.missing(many); missing != "" {
		t.Error("the disk was slow for a while. Now it has written, and " + missing)
	}
	if most := o.disk.most(); most > 1 {
		t.Errorf("%d goroutines have written to the disk at once; want one that writes for all", most)
	}
}

// The disk is full, and has room again when the third entry comes.
func TestStep2AFullDiskStopsNobody(t *testing.T) {
	o := open(t, &disk{full: 2}, 100, 100)
	for range 4 {
		transfer := o.transfer(1, 2, 1)
		o.wait("the disk was full for a moment, and a transfer began", transfer)
		if transfer.code != http.StatusNoContent {
			t.Fatalf("the disk was full for a moment, and a transfer was answered with %d %s", transfer.code, transfer.body)
		}
		o.untilStill()
	}
	if missing := o.missing(4); missing != "" {
		t.Error("the disk refused two writes and took all later ones, and " + missing)
	}
}
