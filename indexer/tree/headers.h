/* headers.h: which Debian package has a header that is missing here. */
#ifndef CPYREAD_TREE_HEADERS_H
#define CPYREAD_TREE_HEADERS_H

/* The package to install for `header` ("openssl/ssl.h"), or NULL if that is not known. */
const char *tree_package_of_header(const char *header);

#endif
