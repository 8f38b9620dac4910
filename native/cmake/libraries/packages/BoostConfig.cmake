add_library(Boost::headers INTERFACE IMPORTED)
target_include_directories(Boost::headers INTERFACE ${CMAKE_CURRENT_LIST_DIR}/../../../include)
set(Boost_FOUND TRUE)
