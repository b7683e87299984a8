namespace Huanxin.App.Data;

/// <summary>Takes the values of a row from left to right, each in the type its column holds, so that none is boxed on its way.</summary>
public interface IRowWriter
{
    void PutNull();

    void Put(string value);

    void Put(int value);

    void Put(long value);

    void Put(bool value);

    void Put(double value);

    void Put(Guid value);

    void Put(DateOnly value);

    void Put(DateTime value);

    void Put(byte[] value);

    /// <summary>A text that is UTF-8 already.</summary>
    void Put(ReadOnlyMemory<byte> text);

    /// <summary>A value of which only the column knows the type.</summary>
    void PutAny(object? value)
    {
        switch (value)
        {
            case null: PutNull(); break;
            case string text: Put(text); break;
            case int number: Put(number); break;
            case long number: Put(number); break;
            case bool flag: Put(flag); break;
            case double number: Put(number); break;
            case Guid id: Put(id); break;
            case DateOnly day: Put(day); break;
            case DateTime time: Put(time); break;
            case byte[] bytes: Put(bytes); break;
            default: throw new NotSupportedException($"A column of {value.GetType()} has no form in a bulk write yet.");
        }
    }
}

/// <summary>Writes many rows of one table as fast as the database takes them.</summary>
public interface IBulkWriter : IDisposable
{
    /// <summary>Writes the rows, each put into its columns by the caller, and answers how many there were.</summary>
    Task<long> WriteAsync<T>(string table, IReadOnlyList<string> columns, IEnumerable<T> rows, Action<T, IRowWriter> put, CancellationToken stop);
}
