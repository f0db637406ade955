// Package main shuts servers down in a goroutine that nobody waits for, and in some that are waited for.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

type app struct {
	srv  *http.Server
	idle chan struct{}
}

func (a *app) run(ctx context.Context) error {
	go func() { // want `likely cut short: ListenAndServe returns as soon as this goroutine calls Shutdown, and nothing waits for Shutdown itself, which lets the requests in flight end; the program may be over before \(goroutine-not-awaited\)`
		<-ctx.Done()
		if err := a.stop(); err != nil { // related `this goes on while the requests in flight end`
			log.Print(err)
		}
	}()
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // related `this returns at once then`
		return err
	}
	return nil
}

func (a *app) stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return a.srv.Shutdown(ctx)
}

// runIdle tells when it is done, to whom it may concern.
func (a *app) runIdle(ctx context.Context) error {
	go func() {
		defer close(a.idle)
		<-ctx.Done()
		log.Print(a.stop())
	}()
	return a.srv.ListenAndServe()
}

// serve has the server in the goroutine, and shuts it down itself.
func (a *app) serve(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return a.stop()
	}
}

// cut closes at once: nothing is in flight that it would wait for.
func (a *app) cut(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		a.srv.Close()
	}()
	return a.srv.ListenAndServe()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	a := &app{srv: &http.Server{Addr: ":8080"}, idle: make(chan struct{})}
	log.Print(a.run(ctx), a.serve(ctx), a.cut(ctx))
	log.Print(a.runIdle(ctx))
	<-a.idle
}
