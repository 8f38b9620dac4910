#include "support/log.hpp"

#include "support/utf8_path.hpp"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>

namespace mvr {
namespace {

constexpr std::size_t file_size_bytes = 1024 * 1024;
constexpr std::size_t file_count = 3;

struct Sink {
    std::mutex mutex;
    std::shared_ptr<spdlog::logger> logger = silent();
    std::string path;

    static std::shared_ptr<spdlog::logger> silent()
    {
        return std::make_shared<spdlog::logger>("malloc_vr",
                                                std::make_shared<spdlog::sinks::null_sink_mt>());
    }
};

Sink &sink()
{
    static Sink instance;
    return instance;
}

void write(spdlog::level::level_enum level, std::string_view message)
{
    std::shared_ptr<spdlog::logger> logger;
    {
        const std::lock_guard lock(sink().mutex);
        logger = sink().logger;
    }
    logger->log(level, spdlog::string_view_t(message.data(), message.size()));
}

} // namespace

void log_to_file(const std::string &path)
{
    auto logger = Sink::silent();
    if (!path.empty()) {
        logger = std::make_shared<spdlog::logger>(
            "malloc_vr", std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                             utf8_path(path).native(), file_size_bytes, file_count));
        logger->flush_on(spdlog::level::info);
    }
    const std::lock_guard lock(sink().mutex);
    sink().logger = std::move(logger);
    sink().path = path;
}

std::string log_file()
{
    const std::lock_guard lock(sink().mutex);
    return sink().path;
}

std::string report_remedy()
{
    const std::string path = log_file();
    return path.empty() ? "Please report this." : "Please report this with the log " + path + ".";
}

void log_info(std::string_view message) { write(spdlog::level::info, message); }
void log_warning(std::string_view message) { write(spdlog::level::warn, message); }
void log_error(std::string_view message) { write(spdlog::level::err, message); }

} // namespace mvr
