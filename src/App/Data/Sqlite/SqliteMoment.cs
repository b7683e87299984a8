using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Huanxin.App.Data.Sqlite;

/// <summary>
/// Whether anybody has committed since, in this process or another. It has a connection of its own, which never writes: the engine counts for
/// each connection the commits of the others. What one watcher says is nothing to another.
/// </summary>
internal sealed class SqliteMoment : IDisposable
{
    private static int watchers;
    private readonly int one = Interlocked.Increment(ref watchers);
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly SqliteCommand question;

    public SqliteMoment(string database)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        connection.Open();
        question = connection.CreateCommand();
        question.CommandText = "PRAGMA data_version";
    }

    public string Now()
    {
        lock (gate) return string.Create(CultureInfo.InvariantCulture, $"{one} {question.ExecuteScalar()}");
    }

    public void Dispose()
    {
        question.Dispose();
        connection.Dispose();
    }
}
