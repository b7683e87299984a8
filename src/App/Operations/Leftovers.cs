namespace Huanxin.App.Operations;

/// <summary>What a command put on the disk before it was sure: taken back when it does not come to its end.</summary>
public sealed class Leftovers : IDisposable
{
    private readonly List<Action> undo = [];

    public void Add(Action takeBack) => undo.Add(takeBack);

    public void Keep() => undo.Clear();

    public void Dispose() => undo.ForEach(takeBack => takeBack());
}
