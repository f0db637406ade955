package poll

import "testing"

func TestEveryVoterCounts(t *testing.T) {
	p := New()
	p.Vote("tea")
	p.Vote("tea")
	p.Vote("coffee")
	voters, votes := p.Result()
	if votes["tea"] != 2 || votes["coffee"] != 1 {
		t.Errorf("votes %v, want 2 for tea and 1 for coffee", votes)
	}
	if voters != 3 {
		t.Errorf("three people have voted and the poll says that there were %d.\nVote counted them in a copy of the poll.", voters)
	}
	votes["tea"] = 1000
	if _, again := p.Result(); again["tea"] != 2 {
		t.Error("whoever changes the result changes the poll")
	}
}

func TestEmptyPoll(t *testing.T) {
	if voters, votes := New().Result(); voters != 0 || len(votes) != 0 {
		t.Errorf("a new poll has %d voters and the votes %v", voters, votes)
	}
}

// Many ballots at once: for the race detector (go test -race).
func TestManyBallots(t *testing.T) {
	p := New()
	p.Count([]string{"tea", "coffee", "tea"}, func(string) {})
	if voters, votes := p.Result(); voters != 3 || votes["tea"] != 2 || votes["coffee"] != 1 {
		t.Errorf("after three ballots, two of them for tea, the poll says %d voters, %v", voters, votes)
	}
}
