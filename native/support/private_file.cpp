#include "support/private_file.hpp"

#include "support/os.hpp"

#include <utility>

namespace mvr::os {
namespace {

constexpr std::size_t buffer_bytes = 256 * 1024;

} // namespace

PrivateFileWriter::PrivateFileWriter(std::string path) : path_(std::move(path))
{
    auto made = make_file_beside(path_);
    if (made)
        file_ = *std::move(made);
    else
        keep(std::move(made).error());
}

PrivateFileWriter::~PrivateFileWriter() = default;

void PrivateFileWriter::keep(Error failure)
{
    failure.field = "path";
    failed_ = std::move(failure);
}

void PrivateFileWriter::write(std::string_view text)
{
    if (!failed_) return;
    buffer_ += text;
    if (buffer_.size() >= buffer_bytes) flush();
}

void PrivateFileWriter::flush()
{
    if (auto written = file_->write(buffer_); !written) keep(std::move(written).error());
    buffer_.clear();
}

Result<void> PrivateFileWriter::finish()
{
    if (failed_) flush();
    if (failed_) {
        if (auto put = file_->put_in_place(); !put) keep(std::move(put).error());
    }
    file_.reset();
    return failed_ ? sync_name(path_) : failed_;
}

Result<void> write_private_file(const std::string &path, std::string_view content)
{
    auto file = make_file_beside(path);
    if (!file) return std::move(file).error();
    if (auto written = (*file)->write(content); !written) return written;
    return (*file)->put_in_place();
}

} // namespace mvr::os
