// Tests of the website.
