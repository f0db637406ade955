package main

import (
	"errors"
	"path"
	"strings"
	"sync"
)

var errEmpty = errors.New("nothing to send")

type manager struct {
	outMu sync.Mutex
	out   strings.Builder

	mu   sync.Mutex
	last int
	jobs map[int]*job
}

func newManager() *manager {
	return &manager{jobs: make(map[int]*job)}
}

// begin registers a job and starts it.
func (m *manager) begin(j *job) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.last++
	j.ID = m.last
	j.done = make(chan struct{})
	m.jobs[j.ID] = j
	go j.run(&m.out, &m.outMu)
}

func split(data string, size int) (parts []string) {
	for len(data) > size {
		parts = append(parts, data[:size])
		data = data[size:]
	}
	return append(parts, data)
}

// send transfers a file in the background.
func (m *manager) send(file, data string, part int) (*job, error) {
	if data == "" {
		return nil, errEmpty
	}
	j := &job{Parts: split(data, part)}
	j.Label = strings.TrimSuffix(path.Base(file), path.Ext(file))
	m.begin(j)
	return j, nil
}

func (m *manager) wait() (total int) {
	m.mu.Lock()
	jobs := make([]*job, 0, len(m.jobs))
	for _, j := range m.jobs {
		jobs = append(jobs, j)
	}
	m.mu.Unlock()
	for _, j := range jobs {
		<-j.done
		if st, n := j.progress(); st == finished {
			total += n
		}
	}
	return total
}
