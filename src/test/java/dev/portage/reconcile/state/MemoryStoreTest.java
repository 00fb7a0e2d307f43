package dev.portage.reconcile.state;

class MemoryStoreTest extends StateStoreContract {
  @Override
  StateStore open() {
    return new MemoryStore();
  }
}
