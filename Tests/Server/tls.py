"""A database that is reached over TLS: who it is, by which authority, and who we are, without a password."""

import glob
import os
import shutil
import socket
import subprocess
import tempfile

from server import Server

NAME = "localhost"


def run(program, check):
    with Cluster() as cluster:
        settings = f"sslrootcert={cluster.file('ca.pem')}&sslcert={cluster.file('client.pem')}&sslkey={cluster.file('client.key')}"
        with Server(program, environment=named(cluster, f"sslmode=verify-full&{settings}")) as server:
            check("a database of the named authority is used, with a certificate and no password",
                  server.get("/health/ready")[0] == 200, "".join(server.logged))
        for sentence, more in {
            "a database of another authority is refused": settings.replace("ca.pem", "other.pem", 1) + "&sslmode=verify-full",
            "a database without the name that was asked for is refused": settings + "&sslmode=verify-full&host=127.0.0.1",
            "a server without a certificate of its own is refused by the database":
                f"sslmode=verify-full&sslrootcert={cluster.file('ca.pem')}&sslcert=/none&sslkey=/none",
            "a connection without encryption is refused by the database": "sslmode=disable",
        }.items():
            result = subprocess.run(
                [program, "serve", "--port", "0", "--data", cluster.file("data")], capture_output=True, text=True, timeout=120,
                env={**os.environ, **named(cluster, more)})
            check(sentence, result.returncode not in (0, None) and "database" in result.stderr.lower(),
                  (result.returncode, result.stdout, result.stderr))


def named(cluster, more):
    host = f"&host={NAME}" if "host=" not in more else ""
    return {"FOBWATCH_DATABASE": f"postgres://fobwatch@/postgres?port={cluster.port}{host}&{more}"}


class Cluster:
    """A PostgreSQL server that takes TLS with certificates alone, gone afterwards."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="fobwatch-tls-")
        os.chmod(self.folder.name, 0o755)
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        for name in ("ca", "other"):
            authority(self.folder.name, name)
        certificate(self.folder.name, "server", NAME, "ca")
        certificate(self.folder.name, "client", "fobwatch", "ca")
        self.programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))[-1]
        self.runs_as = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] if os.getuid() == 0 else []
        data = self.file("cluster")
        os.mkdir(data, 0o700)
        if self.runs_as:
            shutil.chown(data, "postgres", "postgres")
        self.call("initdb", "-D", data, "-U", "fobwatch", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        for name in ("server.pem", "server.key", "ca.pem"):
            shutil.copy(self.file(name), data)
            os.chmod(f"{data}/{name}", 0o600)
            if self.runs_as:
                shutil.chown(f"{data}/{name}", "postgres", "postgres")
        with open(f"{data}/pg_hba.conf", "w", encoding="utf-8") as file:
            file.write("hostssl all all 127.0.0.1/32 cert\nhostssl all all ::1/128 cert\n")
        self.call("pg_ctl", "-D", data, "-w", "-s", "-l", f"{data}/log", "-o",
                  f"-c fsync=off -c listen_addresses=127.0.0.1 -p {self.port} -k {data} -c ssl=on -c ssl_cert_file=server.pem "
                  "-c ssl_key_file=server.key -c ssl_ca_file=ca.pem -c ssl_min_protocol_version=TLSv1.2", "-W", "start")
        return self

    def __exit__(self, *_):
        self.call("pg_ctl", "-D", self.file("cluster"), "-m", "immediate", "-w", "stop", check=False)
        self.folder.cleanup()

    def file(self, name):
        return f"{self.folder.name}/{name}"

    def call(self, program, *options, check=True):
        done = subprocess.run([*self.runs_as, f"{self.programs}/{program}", *options], cwd=self.folder.name, text=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120)
        if check and done.returncode:
            raise SystemExit(f"{program}: {done.stderr}")


def authority(folder, name):
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name} of this test",
            "-keyout", f"{folder}/{name}.key", "-out", f"{folder}/{name}.pem")


def certificate(folder, name, subject, by):
    path = f"{folder}/{name}"
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={subject}", "-addext", f"subjectAltName = DNS:{subject}", "-keyout",
            f"{path}.key", "-out", f"{path}.csr")
    openssl("x509", "-req", "-days", "2", "-in", f"{path}.csr", "-copy_extensions", "copy", "-CA", f"{folder}/{by}.pem",
            "-CAkey", f"{folder}/{by}.key", "-CAcreateserial", "-out", f"{path}.pem")
    os.chmod(f"{path}.key", 0o600)


def openssl(*options):
    subprocess.run(["openssl", *options], check=True, capture_output=True)
