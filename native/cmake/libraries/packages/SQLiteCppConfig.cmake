add_library(SQLiteCpp STATIC IMPORTED)
set_target_properties(SQLiteCpp PROPERTIES IMPORTED_LOCATION ${CMAKE_CURRENT_LIST_DIR}/../../libSQLiteCpp.a)
target_include_directories(SQLiteCpp INTERFACE ${CMAKE_CURRENT_LIST_DIR}/../../../include)
target_link_libraries(SQLiteCpp INTERFACE SQLite::SQLite3)
