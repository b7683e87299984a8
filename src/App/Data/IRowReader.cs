namespace Huanxin.App.Data;

/// <summary>Gives the values of a row from left to right, each in the type its column holds: the way back of <see cref="IRowWriter"/>.</summary>
public interface IRowReader : IAsyncDisposable
{
    /// <summary>Goes to the next row; false where there is none.</summary>
    ValueTask<bool> NextAsync(CancellationToken stop);

    /// <summary>Makes something of the row it stands on, at one go.</summary>
    T Read<T>(Func<IRowReader, T> make);

    /// <summary>True where the next value is null, which is passed over then.</summary>
    bool TakeNull();

    string TakeString();

    /// <summary>A text as UTF-8; it stands until the next value is taken.</summary>
    ReadOnlySpan<byte> TakeText();

    int TakeInt32();

    long TakeInt64();

    bool TakeBoolean();

    double TakeDouble();

    Guid TakeGuid();

    DateOnly TakeDateOnly();

    DateTime TakeDateTime();
}
