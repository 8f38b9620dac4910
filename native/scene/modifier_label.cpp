#include "scene/modifier_label.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mvr::scene {
namespace {

using Label = std::pair<std::string_view, std::string_view>;

constexpr std::array<Label, 11> labels{{{"CORRECTIVE_SMOOTH", "Smooth Corrective"},
                                        {"LAPLACIANDEFORM", "Laplacian Deform"},
                                        {"LAPLACIANSMOOTH", "Smooth Laplacian"},
                                        {"LINEART", "Line Art"},
                                        {"MESH_TO_VOLUME", "Mesh to Volume"},
                                        {"MULTIRES", "Multiresolution"},
                                        {"NODES", "Geometry Nodes"},
                                        {"SUBSURF", "Subdivision Surface"},
                                        {"UV_PROJECT", "UV Project"},
                                        {"UV_WARP", "UV Warp"},
                                        {"VOLUME_TO_MESH", "Volume to Mesh"}}};

} // namespace

std::string modifier_label(std::string_view type)
{
    const auto *const known = std::ranges::find(labels, type, &Label::first);
    if (known != labels.end()) return std::string(known->second);
    std::string text(type);
    bool begins_word = true;
    for (char &c : text) {
        if (c == '_') c = ' ';
        if (!begins_word && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        begins_word = c == ' ';
    }
    return text;
}

} // namespace mvr::scene
