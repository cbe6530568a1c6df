// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

/// Runs a fuzz target where libFuzzer is not at hand: every seed first, then random changes of the seeds until the time is over.
/// Understands the few of libFuzzer's options that tests/fuzz/run.sh gives. No coverage guides it, so it finds less; but it finds.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

#if defined(__SANITIZE_ADDRESS__)
extern "C" void __sanitizer_set_death_callback(void (*callback)());
#endif

namespace {

using Bytes = std::vector<std::uint8_t>;

struct Options {
    std::vector<std::filesystem::path> corpora;
    std::string artifactPrefix;
    std::chrono::seconds duration{0};
    unsigned timeoutSeconds = 10;
    bool seedsOnly = false;
};

Bytes currentInput;
std::string failurePath;

/// Called while the process dies: keeps the input that did it.
void keepCurrentInput()
{
    std::ofstream(failurePath, std::ios::binary)
        .write(reinterpret_cast<const char *>(currentInput.data()), static_cast<std::streamsize>(currentInput.size()));
}

extern "C" void onDeadlySignal(int signalNumber)
{
    keepCurrentInput();
    std::signal(signalNumber, SIG_DFL);
    std::raise(signalNumber);
}

Options parseOptions(int argc, char *argv[])
{
    Options options;
    const auto value = [](const std::string &argument) { return argument.substr(argument.find('=') + 1); };
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument.starts_with("-max_total_time="))
            options.duration = std::chrono::seconds(std::stoi(value(argument)));
        else if (argument.starts_with("-timeout="))
            options.timeoutSeconds = static_cast<unsigned>(std::stoul(value(argument)));
        else if (argument.starts_with("-artifact_prefix="))
            options.artifactPrefix = value(argument);
        else if (argument == "-runs=0")
            options.seedsOnly = true;
        else if (!argument.starts_with("-"))
            options.corpora.emplace_back(argument);
    }
    return options;
}

std::vector<Bytes> readSeeds(const std::vector<std::filesystem::path> &corpora)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &corpus : corpora) {
        if (!std::filesystem::exists(corpus))
            continue; // not every target has seeds in every place
        for (const auto &entry : std::filesystem::recursive_directory_iterator(corpus)) {
            if (entry.is_regular_file())
                paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);

    std::vector<Bytes> seeds;
    for (const auto &path : paths) {
        std::ifstream file(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

void runOne(Bytes input, unsigned timeoutSeconds)
{
    currentInput = std::move(input);
    alarm(timeoutSeconds);
    LLVMFuzzerTestOneInput(currentInput.data(), currentInput.size());
    alarm(0);
}

class Mutator
{
public:
    explicit Mutator(const std::vector<Bytes> &seeds)
        : m_seeds(seeds)
    {
    }

    Bytes next()
    {
        Bytes bytes = m_seeds[below(m_seeds.size())];
        for (std::size_t changes = 1 + below(6); changes > 0; --changes)
            change(bytes);
        return bytes;
    }

private:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random); }

    /// One change of the kinds that break readers of YAML: other bytes, structure characters, repeated, lost and foreign pieces.
    void change(Bytes &bytes)
    {
        static constexpr char structure[] = "{}[],:&*!|>'\"%@`#-? \t\n\r~<=0\0";
        const std::size_t at = below(bytes.size() + 1);
        const auto position = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = position + static_cast<std::ptrdiff_t>(std::min(bytes.size() - at, 1 + below(64)));
        switch (below(6)) {
        case 0:
            bytes.insert(position, static_cast<std::uint8_t>(below(256)));
            break;
        case 1:
            bytes.insert(position, 1 + below(4), static_cast<std::uint8_t>(structure[below(sizeof structure)]));
            break;
        case 2:
            bytes.erase(position, end);
            break;
        case 3: {
            const Bytes piece(position, end);
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size() + 1)), piece.begin(),
                         piece.end());
            break;
        }
        case 4:
            if (at < bytes.size())
                bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ (1U << below(8)));
            break;
        default: {
            const Bytes &other = m_seeds[below(m_seeds.size())];
            const std::size_t from = below(other.size() + 1);
            const std::size_t count = std::min(other.size() - from, 1 + below(256));
            bytes.insert(position, other.begin() + static_cast<std::ptrdiff_t>(from),
                         other.begin() + static_cast<std::ptrdiff_t>(from + count));
            break;
        }
        }
    }

    const std::vector<Bytes> &m_seeds;
    std::mt19937_64 m_random{std::random_device{}()};
};

} // namespace

int main(int argc, char *argv[])
{
    const Options options = parseOptions(argc, argv);
    failurePath = options.artifactPrefix + "crash-" + std::to_string(getpid());
    for (const int signalNumber : {SIGSEGV, SIGABRT, SIGALRM, SIGFPE, SIGILL})
        std::signal(signalNumber, onDeadlySignal);
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_death_callback(keepCurrentInput);
#endif

    const std::vector<Bytes> seeds = readSeeds(options.corpora);
    if (seeds.empty()) {
        std::cerr << "There are no seeds to start from.\n";
        return 1;
    }
    for (const Bytes &seed : seeds)
        runOne(seed, options.timeoutSeconds);

    std::size_t runs = seeds.size();
    const auto begin = std::chrono::steady_clock::now();
    Mutator mutator(seeds);
    while (!options.seedsOnly && std::chrono::steady_clock::now() - begin < options.duration) {
        runOne(mutator.next(), options.timeoutSeconds);
        ++runs;
    }
    std::cout << "Done " << runs << " runs\n";
    return 0;
}
