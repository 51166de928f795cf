static void *opcode_targets[] = {
    &&_unknown_opcode,
    &&TARGET_POP_TOP,
    &&TARGET_BINARY_ADD,
    &&TARGET_BINARY_SUBTRACT,
    &&TARGET_UNARY_NEGATIVE,
    &&TARGET_RETURN_VALUE,
    &&TARGET_LOAD_CONST,
    &&TARGET_LOAD_FAST,
    &&TARGET_STORE_FAST,
    &&TARGET_BUILD_LIST,
    &&TARGET_CALL_FUNCTION,
};
