module sallyport.dev/tests/cluster

go 1.26.0

require istio.io/api v1.31.0-rc.0.0.20260824154656-b943409680a7
