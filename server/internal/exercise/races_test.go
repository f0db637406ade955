package exercise

import "testing"

const raceOutput = `=== RUN   TestManyGames
==================
WARNING: DATA RACE
Read at 0x00c00007cd20 by goroutine 19:
  runtime.mapaccess1_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:101 +0x0
  interleave-course/02_synchronization/exercises/chess.(*Table).Rating()
      /course/chess/chess.go:35 +0xf4
  interleave-course/02_synchronization/exercises/chess.TestManyGames.func1()
      /course/chess/chess_test.go:78 +0x3a

Previous write at 0x00c00007cd20 by goroutine 21:
  runtime.mapassign_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:263 +0x0
  interleave-course/02_synchronization/exercises/chess.(*Table).Record()
      /course/chess/chess.go:27 +0x17a

Goroutine 19 (running) created at:
  interleave-course/02_synchronization/exercises/chess.TestManyGames()
      /course/chess/chess_test.go:79 +0x204
==================
`

func TestARaceIsToldInALine(t *testing.T) {
	const want = "data race: (*Table).Rating reads at chess.go:35, and at the same time (*Table).Record writes at chess.go:27\n(go test -race prints the whole stacks)"
	if got := races(raceOutput+raceOutput, "/course/chess"); got != want {
		t.Errorf("the same race twice:\n%s\nwant\n%s", got, want)
	}
	const outside = "a data race outside of the exercise's files\n(go test -race prints the whole stacks)"
	if got := races(raceOutput, "/elsewhere"); got != outside {
		t.Errorf("in another folder:\n%s", got)
	}
	if got := races("ok", "/course/chess"); got != "" {
		t.Errorf("without a race: %q", got)
	}
}
