// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

namespace {

/// One run of the measured command.
struct Run {
    double wall = 0; ///< Seconds.
    double cpu = 0; ///< Seconds, of user and system.
    double memory = 0; ///< MiB at its peak.
    int status = -1;
};

double seconds(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

double now()
{
    timespec time = {};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// The moment that the program printed, for one that stamps its first paint. In seconds of the monotonic clock; 0 for any other output.
double stampIn(const char *output)
{
    long long nanoseconds = 0;
    std::FILE *file = std::fopen(output, "rb");
    const bool found = file && std::fscanf(file, "%lld", &nanoseconds) == 1;
    if (file)
        std::fclose(file);
    return found ? double(nanoseconds) / 1e9 : 0;
}

Run runOnce(char *const command[], const char *output)
{
    const double start = now();
    const pid_t child = ::fork();
    if (child == 0) {
        const int out = ::open(output, O_WRONLY | O_CREAT | O_TRUNC, 0644);
        ::dup2(out, STDOUT_FILENO);
        ::execvp(command[0], command);
        _exit(127);
    }
    Run run;
    rusage usage = {};
    int status = 0;
    ::wait4(child, &status, 0, &usage);
    run.wall = (::getenv("SALLYPORT_FIRST_PAINT") ? stampIn(output) : now()) - start;
    run.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    run.memory = double(usage.ru_maxrss) / 1024;
    run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return run;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

/// bench_measure RUNS OUTPUT COMMAND...: runs the command RUNS times after one that warms the caches, its output going to the file OUTPUT,
/// and prints the medians of wall seconds (to the first paint, where SALLYPORT_FIRST_PAINT is set) and CPU seconds, the highest memory in MiB, and the bytes of output. Ends with the command's
/// status when that is not 0.
int main(int argc, char *argv[])
{
    if (argc < 4) {
        std::fputs("Usage: bench_measure RUNS OUTPUT COMMAND...\n", stderr);
        return 2;
    }
    std::vector<double> wall;
    std::vector<double> cpu;
    double memory = 0;
    for (int i = 0; i <= std::atoi(argv[1]); ++i) {
        const Run run = runOnce(argv + 3, argv[2]);
        if (run.status != 0)
            return run.status;
        if (i == 0)
            continue;
        wall.push_back(run.wall);
        cpu.push_back(run.cpu);
        memory = std::max(memory, run.memory);
    }
    std::FILE *output = std::fopen(argv[2], "rb");
    std::fseek(output, 0, SEEK_END);
    std::printf("%.3f %.3f %.0f %ld\n", median(wall), median(cpu), memory, std::ftell(output));
    std::fclose(output);
    return 0;
}
