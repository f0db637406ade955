package exercise

import "testing"

// What a test binary prints is the learner's: whatever it is, reading it does not panic.
func FuzzOutputOfTests(f *testing.F) {
	f.Add(raceOutput)
	f.Add(timedOut + "1s\n\ngoroutine 7 [sync.Mutex.Lock]:\nsync.(*Mutex).Lock(...)\n\t/usr/local/go/src/sync/mutex.go:46\nx.pass(0x14a0853860a8, 0x14a0853860b0?, {0x1, 0x2})\n\t/x/d.go:20 +0x7b\ncreated by x.meet in goroutine 6\n\t/x/d.go:9 +0x85\n")
	f.Add(`{"Action":"fail","Package":"x","Test":"TestA/b","Output":"--- FAIL: TestA"}` + "\n")
	f.Fuzz(func(t *testing.T, output string) {
		hang(output, "/x", nil)
		races(output, "/x")
		for _, run := range readTestRuns([]byte(output)) {
			run.all()
			run.leftStep(StepPassed)
		}
	})
}
